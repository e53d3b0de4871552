import type { Entry, Remark, Verdict } from 'lab/authoring';
import { inPrint } from './in-print.ts';

export function passed(...remarks: Remark[]): Verdict {
  return { outcome: 'passed', remarks: remarks.map((remark) => ({ ...remark, text: inPrint(remark.text) })) };
}

/** `because` is a sentence that a good colleague would say; the timeline opens at the entries. */
export function failed(because: string, ...evidence: readonly Entry[]): Verdict {
  return { outcome: 'failed', because: inPrint(because), evidence: evidence.map(({ seq }) => seq) };
}
