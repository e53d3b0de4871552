import { committed, failed, isCalm, type Trace, type Verdict } from 'lab/authoring';

/** The failure when nothing went wrong and nobody has a point. */
export function nothingCounted(trace: Trace): Verdict | undefined {
  return isCalm(trace) && committed(trace, 'accounts').length === 0
    ? failed('Nothing was counted: no row of accounts was ever written.')
    : undefined;
}
