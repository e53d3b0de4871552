import { type Check, committed, failed, is, passed, present, quoted, type Trace, type Verdict } from 'lab/authoring';
import { cents, ordersOf, type Wish, wishesOf } from '../reading.ts';
import { grace, katherine, pricingIsDown } from '../scenarios.ts';
import { crashesOf, slowPricing, slowQuestions } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const answeredInTime: Check = {
  id: 'answered-in-time',
  title: 'Whatever becomes of pricing, a customer is answered within a second: a total, or 503 and no order at all',
  scenario: pricingIsDown,
  scope: [crashesOf('pricing'), slowQuestions, slowPricing],
  verdict: (trace) => {
    for (const wish of wishesOf(trace)) {
      const wrong = tooLate(wish) ?? invented(trace, wish) ?? neither(wish) ?? behindHerBack(trace, wish);
      if (wrong) return wrong;
    }
    return nobodyOrdered(trace, whilePricingIsDown) ?? passed();
  },
};

const AT_MOST_MS = 1_000;

function tooLate({ name, call, answer, answerMs }: Wish): Verdict | undefined {
  if (answerMs <= AT_MOST_MS) return undefined;
  return failed(
    answer
      ? `${name} ordered at ${call.at} ms and was answered at ${answer.at} ms. Somebody who waits needs a deadline.`
      : `${name} ordered at ${call.at} ms and was never answered. Somebody who waits needs a deadline.`,
    ...present(call, answer),
  );
}

const FIRST_PRICES: Readonly<Record<string, number>> = { pen: 300, ink: 900 };
const whilePricingIsDown: readonly string[] = [grace.email, katherine.email];

/** A total that pricing did not say: it was down from before Grace's and Katherine's orders until after them. */
function invented(trace: Trace, { name, email, call, answer, accepted, total }: Wish): Verdict | undefined {
  if (!accepted || !answer) return undefined;
  const sku = String((call.body as { sku?: unknown }).sku);
  const changed = committed(trace, 'prices').findLast(({ row, entry }) => row.sku === sku && entry.seq < call.seq);
  const price = changed ? changed.row.cents : FIRST_PRICES[sku];
  const isDown = whilePricingIsDown.includes(email);
  if (!isDown && total === price) return undefined;
  const wasTrue = changed && total === FIRST_PRICES[sku];
  const until = wasTrue
    ? `That was the price until ${changed.entry.at} ms; since then it is ${cents(price)}`
    : undefined;
  const down = trace.filter(is('crashed')).findLast((entry) => entry.process === 'pricing' && entry.seq < answer.seq);
  const evidence = present(wasTrue ? changed.entry : undefined, down, answer);
  if (isDown) {
    const why =
      until === undefined ? 'Nobody had given that price' : `${until}, which nobody but pricing could have said`;
    return failed(
      `Pricing was down when ${name} ordered, and at ${answer.at} ms she was told ${cents(total)}. ${why}.`,
      ...evidence,
    );
  }
  const told = `${name} was told ${cents(total)} at ${answer.at} ms`;
  return failed(until === undefined ? `${told}, and pricing has ${cents(price)}.` : `${told}. ${until}.`, ...evidence);
}

/** A customer is told a total or that there is none; other answers say that something broke. */
function neither({ name, answer, accepted }: Wish): Verdict | undefined {
  if (!answer || accepted || answer.status === 503) return undefined;
  const because = answer.error === undefined ? '' : ` (${answer.error})`;
  return failed(
    `${name}'s order was answered ${quoted(answer.status)}${because} at ${answer.at} ms. That there is no price just now is 503.`,
    answer,
  );
}

function behindHerBack(trace: Trace, { name, email, answer, accepted }: Wish): Verdict | undefined {
  const order = ordersOf(trace).find((each) => each.email === email);
  if (accepted || !order || !answer) return undefined;
  return failed(
    `${name} was answered 503 at ${answer.at} ms, and at ${order.entry.at} ms her order was stored all the same. She will order again.`,
    ...[answer, order.entry],
  );
}
