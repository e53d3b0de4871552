import type { Result } from 'lab/authoring';
import type { Place } from '#timeline/story.ts';
import { coverageSentence } from './coverage-sentence.ts';
import type { Coverage, Ending } from './ending.ts';
import { pageWords } from './reader-words.ts';
import { type Row, rowFor } from './row.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import { amount, duration, grouped, timeLeft } from './words.ts';

/** What has been told about one Check so far. Times are real milliseconds. */
export interface Grading {
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly results: readonly GradedResult[];
  readonly depth: 'check' | 'deep';
  readonly played: number;
  /** Grows when pairs of faults are planned. */
  readonly planned: number;
  readonly covered: readonly Coverage[];
  readonly tookMs: number;
  /** Absent while it goes on. */
  readonly ending?: Ending;
}

/** `place`: where in the learner's code an error arose. */
export type GradedResult = Result & { readonly place?: Place };

/** A Check as the learner reads it. `headline` and `meta` are one line: "5 of 7 hold", "212 schedules, 143 ms". */
export type Report =
  | { readonly kind: 'not checked'; readonly headline: string; readonly meta: string; readonly rows: readonly Row[] }
  | {
      readonly kind: 'checking';
      readonly headline: string;
      readonly meta: string;
      readonly rows: readonly Row[];
      /** For a progress bar; `planned` is 0 while it is not known. */
      readonly played: number;
      readonly planned: number;
    }
  | {
      readonly kind: 'checked';
      readonly headline: string;
      readonly meta: string;
      readonly rows: readonly Row[];
      /** What was played and what was not. */
      readonly coverage: string;
      /** Why it is not whole; absent when every check was judged. */
      readonly trouble?: Trouble;
    };

export function reportBefore(checks: Grading['checks']): Report {
  return {
    kind: 'not checked',
    headline: amount(checks.length, 'check'),
    meta: 'not run yet',
    rows: checks.map((check) => rowFor(check, undefined, 'not run yet')),
  };
}

/** In the words of the page, unless it is read elsewhere. */
export function reportOf(grading: Grading, words = pageWords): Report {
  const { checks, results, ending, played, planned, tookMs } = grading;
  const rows = checks.map((check) => {
    const result = results.find((one) => one.check === check.id);
    return rowFor(check, result, ending ?? 'playing');
  });
  const holding = rows.filter((row) => row.outcome === 'passed').length;
  if (!ending) {
    const headline = results.length === 0 ? 'Checking' : `${howMany(holding, results.length)} so far`;
    const schedules = planned > 0 ? `${grouped(played)} of ${amount(planned, 'schedule')}` : 'first schedules';
    // How many pairs of faults there are is known when the single ones have been played.
    const goesOn = grading.depth === 'deep' && !grading.covered.some(({ sort }) => sort === 'pairs');
    const left = goesOn ? 'then pairs of faults' : timeLeft(played, planned, tookMs);
    return { kind: 'checking', headline, meta: left ? `${schedules}, ${left}` : schedules, rows, played, planned };
  }
  const trouble = troubleOf(ending, words);
  const isStopped = ending.kind === 'stopped' && results.length > 0;
  return {
    kind: 'checked',
    headline: results.length === 0 && trouble ? trouble.headline : howMany(holding, checks.length),
    meta: played === 0 ? duration(tookMs) : `${amount(played, 'schedule')}, ${duration(tookMs)}`,
    rows,
    coverage: coverageSentence(grading, words),
    ...(trouble ? { trouble: isStopped ? { ...trouble, because: `${trouble.because} ${WHAT_STANDS}` } : trouble } : {}),
  };
}

const WHAT_STANDS = 'What was judged by then stands.';

/** "1 of 7 holds", "5 of 7 hold". */
const howMany = (holding: number, all: number): string => `${holding} of ${all} ${holding === 1 ? 'holds' : 'hold'}`;
