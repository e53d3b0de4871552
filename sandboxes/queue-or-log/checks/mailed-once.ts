import { type Check, failed, is, type Of, passed, type Trace, type Verdict } from 'lab/authoring';
import { type Logged, logOf, mailsTo, readingsOf } from '../reading.ts';
import { releaseDay } from '../scenarios.ts';
import { crashesOfMailers } from '../weather.ts';
import { neverMailed } from './never-mailed.ts';

export const mailedOnce: Check = {
  id: 'mailed-once',
  title: 'On release day no old customer is mailed again, and no new one is forgotten',
  scenario: releaseDay,
  scope: [crashesOfMailers],
  verdict: (trace) => {
    for (const logged of logOf(trace)) {
      const wrong = mailedTwice(trace, logged) ?? neverMailed(trace, logged);
      if (wrong) return wrong;
    }
    return passed();
  },
};

function mailedTwice(trace: Trace, logged: Logged): Verdict | undefined {
  const [first, again] = mailsTo(trace, logged);
  if (!first || !again || struckMeanwhile(trace, logged, again)) return undefined;
  const group = groupThatMailed(trace, logged, again);
  const why =
    group === undefined || group === 'confirmation'
      ? ''
      : ` The group ${group} has no offsets of its own yet, so to it every order in the log is a new one.`;
  return failed(
    `${logged.name} ordered once, was mailed at ${first.at} ms by the ${first.process} process, and again at ${again.at} ms by the ${again.process} process.${why}`,
    first,
    again,
  );
}

/**
 * At least once: after a crash a mail may come twice, which lesson 5 is about. The crash may also have been before the
 * first of them, where what was read goes through a queue before it is mailed.
 */
function struckMeanwhile(trace: Trace, { created }: Logged, again: Of<'mailed'>): boolean {
  const first = created && readingsOf(trace, created)[0];
  return trace.filter(is('struck')).some(({ seq }) => first && seq > first.seq && seq < again.seq);
}

const groupThatMailed = (trace: Trace, { created }: Logged, mail: Of<'mailed'>): string | undefined =>
  created &&
  readingsOf(trace, created).findLast(({ process, seq }) => process === mail.process && seq < mail.seq)?.group;
