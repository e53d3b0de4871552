import type { Place } from '#timeline/story.ts';
import type { Ending } from './ending.ts';
import type { GradedResult } from './report.ts';
import { type ScheduleWords, scheduleWords } from './schedule-words.ts';
import { type Segment, storySegments } from './story-segments.ts';
import { grouped } from './words.ts';

/** One check in the list. `word` is the outcome in words; a row says more only when there is more to say. */
export interface Row {
  readonly check: string;
  readonly title: string;
  readonly outcome: RowOutcome;
  readonly word: string;
  /** What was seen, when it failed or threw. */
  readonly story?: readonly Segment[];
  /** The schedule that shows it. */
  readonly schedule?: ScheduleWords;
  readonly place?: Place;
  /** Of a passed check: what no program can avoid here, and was seen. */
  readonly remarks: readonly RemarkLine[];
}

export type RowOutcome = 'passed' | 'failed' | 'error' | 'did not compile' | 'timed out' | 'out of memory' | 'waiting';

export interface RemarkLine {
  readonly text: string;
  /** "in 3 of 118 schedules" */
  readonly often: string;
  readonly schedule: ScheduleWords;
}

/** `otherwise` says how things stand with a check that has no result. */
export function rowFor(
  check: { readonly id: string; readonly title: string },
  result: GradedResult | undefined,
  otherwise: Ending | 'playing' | 'not run yet',
): Row {
  const row = { check: check.id, title: check.title };
  if (!result) return { ...row, remarks: [], ...withoutResult(check.id, otherwise) };
  if (result.outcome === 'passed') return { ...row, outcome: 'passed', word: 'passed', remarks: remarkLines(result) };
  return {
    ...row,
    outcome: result.outcome,
    word: result.outcome,
    story: storySegments(result.because),
    schedule: scheduleWords(result.schedule),
    ...(result.place ? { place: result.place } : {}),
    remarks: [],
  };
}

function withoutResult(check: string, otherwise: Ending | 'playing' | 'not run yet'): Pick<Row, 'outcome' | 'word'> {
  if (otherwise === 'playing') return { outcome: 'waiting', word: 'playing' };
  if (otherwise === 'not run yet') return { outcome: 'waiting', word: 'not run yet' };
  const struck = otherwise.kind === 'timed out' || otherwise.kind === 'out of memory' ? otherwise : undefined;
  if (struck?.checks?.includes(check)) return { outcome: struck.kind, word: struck.kind };
  if (otherwise.kind === 'did not compile') return { outcome: 'did not compile', word: 'did not compile' };
  return { outcome: 'waiting', word: 'not reached' };
}

function remarkLines(result: Extract<GradedResult, { readonly outcome: 'passed' }>): RemarkLine[] {
  return result.remarks.map(({ text, times, schedule }) => ({
    text,
    often: `in ${grouped(times)} of ${grouped(result.plays)} schedules`,
    schedule: scheduleWords(schedule),
  }));
}
