import type { Look } from '#timeline/text-ink.ts';
import type { RowOutcome } from './row.ts';
import type { Trouble } from './trouble.ts';

/** One column before the word of an outcome, each its own; only two of them are red. */
export function outcomeMark(outcome: Outcome): string {
  return MARKS[outcome];
}

export function outcomeLooks(outcome: Outcome): readonly Look[] {
  if (outcome === 'passed') return ['passed'];
  if (outcome === 'failed' || outcome === 'error') return ['failed', 'strong'];
  return outcome === 'waiting' ? ['quiet'] : ['strong'];
}

type Outcome = RowOutcome | Trouble['outcome'];

const MARKS: Readonly<Record<Outcome, string>> = {
  passed: '✓',
  failed: '✗',
  error: '!',
  'did not compile': '⊘',
  'timed out': '∞',
  'out of memory': '▲',
  stopped: '■',
  'engine failed': '?',
  waiting: '·',
};
