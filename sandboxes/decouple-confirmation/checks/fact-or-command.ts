/**
 * What a topic's name says by the form of its verb: what has happened (`order.placed`, `OrderSent`), or what somebody should
 * do (`send-confirmation`, `order.confirm`); neither where it has no verb (`orders`).
 */
export function namedFor(topic: string): 'a fact' | 'a command' | 'neither' {
  const words = topic.split(/[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
  if (words.some((word) => PAST.test(word))) return 'a fact';
  return words.some((word) => IMPERATIVE.test(word)) ? 'a command' : 'neither';
}

const PAST = /(?:ed|sent|made|paid|done|begun|taken|given|sold|bought|lost|found)$/i;
const IMPERATIVE =
  /^(?:send|confirm|notify|mail|email|tell|do|make|create|handle|process|update|deliver|dispatch|request|please|run|start|execute|charge|ship|reserve)$/i;
