import { customersAsked, failed, isCalm, present, type Trace, type Verdict } from 'lab/authoring';
import { changesOf, factsOf } from '../reading.ts';

/** The failure when in calm weather a customer was not served, or what was asked for is not in the table, or not told at all. */
export function nothingChanged(trace: Trace): Verdict | undefined {
  if (!isCalm(trace)) return undefined;
  const asked = customersAsked(trace, 'POST');
  const lost = asked.find(({ accepted }) => !accepted);
  if (lost) {
    const { call, answer } = lost;
    const because = answer?.error === undefined ? '' : ` (${answer.error})`;
    return failed(
      `POST ${call.path} at ${call.at} ms was ${answer ? `answered ${answer.status}${because}` : 'not answered'}.`,
      ...present(call, answer),
    );
  }
  const changes = changesOf(trace);
  if (changes.length < asked.length) {
    return failed(
      `Of ${asked.length} changes that were asked for, the table orders has ${changes.length}. A change counts as one when the order's version has risen.`,
      ...changes.map(({ entry }) => entry),
    );
  }
  if (factsOf(trace).length === 0)
    return failed('Not one of the changes was ever told.', ...changes.map(({ entry }) => entry));
  return undefined;
}
