/** From a nudge to nearly the answer, one idea each. */
export const hints: readonly string[] = [
  'Look at the names of the queues before you look at anything else. A topic copies each message into every queue that is bound to it. A queue hands each message to one of those who take from it. Which of the three services share a queue, and which instances do not?',
  'One queue for each service, named after it, and written down as a plain text: `stock`, `analytics`, `confirmation`. Both instances of `confirmation` then take from the same queue, and whoever was away finds its queue where it left it.',
  'Press Run and look at the publishes. One of them has no arrow that leads away from it: it was confirmed, and nobody is bound to that name. Compare it with the contract. The name of a topic is agreed, and nobody tells you when you get it wrong.',
  '`*` stands for exactly one word and `#` for any number of them, none included. `order.created` is two words, `order.payment.failed` three. Which pattern fits what happens to an order as a whole, and which fits whatever begins with `order`?',
  "A handler may be handed facts that were not there when you wrote it, so it should not count on their names. Its second parameter says under which topic a message came: `async (fact, { topic }) => …`, and `topic.split('.')[1]` is the second word.",
];
