/** From a nudge to nearly the answer, one idea each. */
export const hints: readonly string[] = [
  'Read the two topics of `orders.ts` aloud. `stock.reserved` says that something has happened: has it, when `orders` publishes it? `send-confirmation` says what somebody should do. Only one of them may be a topic at all, and it needs another name.',
  'Whether there are enough pens, only `stock` can say. So `orders` asks for it: `broker.send` puts a message into the queue `reserve-stock`, and `broker.consume` in `stock.ts` takes it from there. Until there is an answer the order is `pending`, and that is what the customer is told.',
  'The answer is a fact, one of two: `stock.reserved` or `stock.refused`. Refusing is a decision like the other one, so publish it; to throw would only bring the command back. `orders` subscribes to both, changes its row, and in the good case publishes `order.placed`, to which `confirmation` listens.',
  "A command may come twice. Decide once: in one `database.transaction`, look whether `reservations` has an answer for this order; if not, lock the shelf (`lock: 'for update'`), because two of `stock` may look at it in the same moment, decide, and store the answer with its id and its time. Publish the stored answer afterwards, the old one as well as the new one.",
  'The same holds for `order.placed`: when `stock.reserved` comes twice, it is told twice, and must be the same fact. So its id is made once and kept: a column of the order that is filled when the order is stored will do. Its time is the time of the reservation.',
];
