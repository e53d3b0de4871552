/** From a nudge to nearly the answer, one idea each. */
export const hints: readonly string[] = [
  'There are two questions, and one answer does not serve for both. Have I had this before? For that each event has its `id`. Is it its turn? For that each fact of an order has its `version`, and a review has none.',
  'A crash between two transactions leaves the one without the other. So in one `database.transaction` insert the id into `inbox` with `onConflict: "do nothing"`, return when nothing was inserted, and change `accounts`. When the process dies after the commit the message comes back and finds its id; when it dies before, neither is there.',
  'Two instances may work on one account in the same moment. Before you read it, make it yours: insert a row with zeros (`do nothing` if it is there), then select it `for update`. Whoever comes second waits until the first has committed, and reads what it wrote.',
  'Compare the version with that of the account. The next one: count it, then look whether the one after it is parked, and go on as long as there is one. Later than the next: put it into `parked`, in the same transaction, and be done. Not later: there is nothing to do.',
  'Every fact of an order takes a version, whether it earns anything or not. So bind the queue to `order.#`, and let a type that earns nothing go the same way as the others, parking included. `position` counts the facts of all orders, with holes: leave it alone.',
  'What cannot be read: throw, before the transaction and so before its id is noted. With `deliveryLimit: 5` and `deadLetter: "points.dead"` the broker tries a few times and then puts it aside. What comes after it in the same order is parked meanwhile, and counted when the mended one comes under the same id.',
];
