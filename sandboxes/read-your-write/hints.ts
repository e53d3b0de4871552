/** From a nudge to nearly the answer, one idea each. */
export const hints: readonly string[] = [
  'The page cannot know what a reader has written: the write went to another process, and the next look may reach another instance. The reader can know it. What would the answer to a write have to say, so that the reader can ask for at least that?',
  "`orders` counts the states of each order already, but two who save at once read the same number. Count under the order’s lock (`database.transaction`, and `select` with `lock: 'for update'`), or update only where the version is still the one you read and answer 409 otherwise. Then name the version in the answer and in the event.",
  'Give `order_pages` a column `version`, filled from the event. Messages come twice, and late ones are overtaken: put a state in only if its version is greater than that of the row that is there.',
  'Now the page. `query.version` is what the reader must at least see. Take a row only if its version is at least that, and answer with the version of the row that it shows: the reader asks for it the next time, whichever replica and instance it reaches.',
  'A replica that does not know yet will soon, so look again every 10 ms, for 200 ms perhaps. Then stop waiting. You may say `updating` now, or ask somebody else who knows: `GET http://orders/orders/:id`, with `signal: AbortSignal.timeout(100)`, in a `try`, and its answer, too, must be new enough.',
  "When you do not ask orders, or it is away or too slow, say so: `{ status: 202, body: { status: 'updating' } }`. Never the old row, never an error, never a wait without an end. Together the waits have to stay below 500 ms. And do not ask `orders` for what a replica knows.",
];
