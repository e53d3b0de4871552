import type { Place } from '#timeline/story.ts';
import type { Ending } from './ending.ts';
import type { GradedResult } from './report.ts';
import { type ScheduleWords, scheduleWords } from './schedule-words.ts';
import { type Segment, storySegments } from './story-segments.ts';
import { amount, grouped } from './words.ts';

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
  /** "in 3 of the 118 schedules of this check": those of its own scenario, which are fewer than all that were played. */
  readonly often: string;
  readonly schedule: ScheduleWords;
}

/**
 * `standing` says how things stand with a check that has no result. One that had passed, and then the program hung in a
 * play that is for it too, has not: Check deeply tells what holds before it plays the pairs.
 */
export function rowFor(
  check: { readonly id: string; readonly title: string },
  result: GradedResult | undefined,
  standing: Ending | 'playing' | 'not run yet',
): Row {
  const row = { check: check.id, title: check.title };
  const hung = strikes(standing, check.id);
  if (hung && (!result || result.outcome === 'passed')) return { ...row, remarks: [], outcome: hung, word: hung };
  if (!result) return { ...row, remarks: [], ...withoutResult(standing) };
  if (result.outcome === 'passed') return { ...row, outcome: 'passed', word: 'passed', remarks: remarkLines(result) };
  return {
    ...row,
    outcome: result.outcome,
    word: result.outcome,
    story: storySegments(result.because),
    schedule: scheduleWords(result.schedule, result.trace),
    ...(result.place ? { place: result.place } : {}),
    remarks: [],
  };
}

export const REMARKED = 'with a remark';

/** The word of a row, in one line that says all of it. */
export function wordOf({ word, remarks }: Row): string {
  return remarks.length > 0 ? `${word}, ${REMARKED}` : word;
}

/** Only these two are red: the check was judged and failed, or the program threw. */
export function isBroken(row: Row): boolean {
  return row.outcome === 'failed' || row.outcome === 'error';
}

type Standing = Parameters<typeof rowFor>[2];

function strikes(standing: Standing, check: string): 'timed out' | 'out of memory' | undefined {
  if (typeof standing === 'string' || (standing.kind !== 'timed out' && standing.kind !== 'out of memory'))
    return undefined;
  return standing.checks?.includes(check) ? standing.kind : undefined;
}

function withoutResult(standing: Standing): Pick<Row, 'outcome' | 'word'> {
  if (standing === 'playing') return { outcome: 'waiting', word: 'playing' };
  if (standing === 'not run yet') return { outcome: 'waiting', word: 'not run yet' };
  if (standing.kind === 'did not compile') return { outcome: 'did not compile', word: 'did not compile' };
  return { outcome: 'waiting', word: 'not reached' };
}

function remarkLines(result: Extract<GradedResult, { readonly outcome: 'passed' }>): RemarkLine[] {
  return result.remarks.map(({ text, times, schedule }) => ({
    text,
    often: `in ${grouped(times)} of the ${amount(result.plays, 'schedule')} of this check`,
    schedule: scheduleWords(schedule),
  }));
}
