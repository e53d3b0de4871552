import type { Entry, Remark, Verdict } from 'lab/authoring';

export function passed(...remarks: Remark[]): Verdict {
  return { outcome: 'passed', remarks };
}

/** `because` is a sentence that a good colleague would say; the timeline opens at the entries. */
export function failed(because: string, ...evidence: readonly Entry[]): Verdict {
  return { outcome: 'failed', because, evidence: evidence.map(({ seq }) => seq) };
}
