import type { Entry, Judge } from 'lab/authoring';

type Judgement = ReturnType<Judge>;

export function right(because: string, ...evidence: readonly Entry[]): Judgement {
  return { outcome: 'right', because, evidence: evidence.map((entry) => entry.seq) };
}

export function wrong(because: string, ...evidence: readonly Entry[]): Judgement {
  return { outcome: 'wrong', because, evidence: evidence.map((entry) => entry.seq) };
}
