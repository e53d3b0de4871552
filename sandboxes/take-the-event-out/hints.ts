/** From a nudge to nearly the answer, one idea each. */
export const hints: readonly string[] = [
  'There are two conversations on the broker that are none. Of each message ask: who else could want to hear this, and what breaks when nobody does? `price.requested` has one right listener and somebody who waits. `order.placed` has listeners who are free to come and go, and one who is not.',
  "A customer waits for the price, so `orders` has to ask for it and wait, too: `fetch('http://pricing/prices/pen')`, and a route `app.get('/prices/:sku', …)` in `pricing.ts`. Both subscriptions and the map of waiting requests can go.",
  'A call may fail or take for ever. `signal: AbortSignal.timeout(300)` ends the waiting; put a `try` around it and answer 503 when there is no price. Decide that before anything is stored: what goes on after the answer goes on behind the customer’s back.',
  'An invoice is a duty with one owner, and the owner shares your database. So write the duty down where it arises: in the transaction that stores the order and its fact, insert a row into `jobs` that says what to invoice.',
  "`invoicing` looks for jobs every 100 ms or so. In one transaction it takes the first one that is not done (`lock: 'for update skip locked'`, `limit: 1`), writes the invoice, and sets `doneAt`. If it dies in between, none of the three has happened and the job is free again; while it works, the other instance skips the row. `order.placed` stays as it is.",
];
