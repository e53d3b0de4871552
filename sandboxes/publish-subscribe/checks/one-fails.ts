import { type Check, failed, is, passed, type Trace, type Verdict } from 'lab/authoring';
import { factsOf, named, SHARED_TOPICS } from '../reading.ts';
import { noMailGoesOut } from '../scenarios.ts';
import { crashesOfSubscribers, failingCommits } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { unconfirmed } from './unconfirmed.ts';
import { keptFact, slipFor, unrecorded } from './unrecorded.ts';

export const oneFails: Check = {
  id: 'one-fails',
  title: 'While no mail can be sent, stock and analytics work on, and the mails leave later',
  scenario: noMailGoesOut,
  scope: [{ ...crashesOfSubscribers, of: ['stock', 'analytics'] }, failingCommits],
  verdict: (trace) => nobodyOrdered(trace) ?? unconfirmed(trace) ?? unrecorded(trace) ?? waited(trace) ?? passed(),
};

/** No mail left before the provider was back, so whatever came after the first one may have waited for it. */
function waited(trace: Trace): Verdict | undefined {
  const mail = trace.find(is('mailed'));
  if (!mail) return undefined;
  for (const fact of factsOf(trace, ...SHARED_TOPICS)) {
    const slip = slipFor(trace, fact);
    const commit = [slip, keptFact(trace, fact)].find((done) => done !== undefined && done.seq > mail.seq);
    if (!commit) continue;
    const what = commit === slip ? 'The stock process wrote its slip of' : 'The analytics process kept';
    return failed(
      `${what} ${named(fact)} only at ${commit.at} ms. It was told at ${fact.entry.at} ms, and in between no mail could be sent: the first one left at ${mail.at} ms. One subscriber has waited for another.`,
      fact.entry,
      mail,
      commit,
    );
  }
  return undefined;
}
