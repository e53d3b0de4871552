import { type Entry, inPrint, type Judge } from 'lab/authoring';

type Judgement = ReturnType<Judge>;

export function right(because: string, ...evidence: readonly Entry[]): Judgement {
  return { outcome: 'right', because: inPrint(because), evidence: evidence.map((entry) => entry.seq) };
}

export function wrong(because: string, ...evidence: readonly Entry[]): Judgement {
  return { outcome: 'wrong', because: inPrint(because), evidence: evidence.map((entry) => entry.seq) };
}
