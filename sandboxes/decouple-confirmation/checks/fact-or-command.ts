/** Whether a topic is named for what has happened, by the form of its verb: `order.placed`, `OrderSent`, not `send-confirmation`. */
export function isFact(topic: string): boolean {
  const words = topic.split(/[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
  return words.some((word) => PAST.test(word));
}

const PAST = /(?:ed|sent|made|paid|done|begun|taken|given|sold|bought|lost|found)$/i;
