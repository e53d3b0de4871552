/** From a nudge to nearly the answer, one idea each. */
export const hints: readonly string[] = [
  'How long would the pause have to be? Give the list a lag of five seconds, or take the projection away, and every number is too small. So do not ask when the list will have the order. Ask who knows of it now.',
  '`orders` does. It answers the page’s call with the order itself: `orderId`, `email`, `pens`, `status`, `version`. `await response.json()`, and put it into the list that you answer with, if the list does not have it.',
  'The next look is another request, and may reach the other instance. So hand the order to the browser: answer with `cookie: JSON.stringify(…)` beside `orders`, and read it again from `request.body.cookie` and `query.cookie`. There may be several orders in it.',
  'When the list has caught up there are two of the same order, and the shop may have confirmed it meanwhile. Keep one by `orderId`, the one with the greater `version`. What the list has in that version or a newer one need not be in the cookie any longer.',
  'Look at what a cookie may hold that should not be shown: orders of somebody else who used this browser, so compare `email`; and an order of which `orders` never said that it exists. When the call fails, answer with a 5xx and put nothing anywhere. The browser sends the same `orderId` again, which makes no second order.',
];
