import { failed, is, type Trace, type Verdict } from 'lab/authoring';
import { factsOf } from '../reading.ts';
import { whyMissed } from '../why-missed.ts';

/** The failure when an order was created and its customer got no mail, or got it from somebody else. */
export function unconfirmed(trace: Trace): Verdict | undefined {
  for (const fact of factsOf(trace, 'order.created')) {
    const { order } = fact;
    if (!order) continue;
    const mail = trace.filter(is('mailed')).find(({ to }) => to === order.email);
    if (mail?.process === 'confirmation') continue;
    if (mail) {
      return failed(
        `The ${mail.process} process sent ${order.name} the mail at ${mail.at} ms; that is what confirmation is for.`,
        mail,
      );
    }
    const { because, evidence } = whyMissed(trace, 'confirmation', fact);
    const refusals = trace.filter(is('mail refused')).filter(({ to }) => to === order.email);
    const refusal = refusals.at(-1);
    const none = `${order.name} got no mail about her order`;
    if (!refusal) return failed(`${none}. ${because}`, ...evidence);
    const refused =
      refusals.length === 1
        ? `the provider refused it at ${refusal.at} ms, and it was not tried again`
        : `the provider refused it ${refusals.length} times, the last time at ${refusal.at} ms`;
    return failed(`${none}: ${refused}. ${because}`, refusal, ...evidence);
  }
  return undefined;
}
