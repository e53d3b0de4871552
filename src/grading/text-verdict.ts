import type { StoryVerdict } from '#timeline/story.ts';
import type { Room } from '#timeline/text-room.ts';
import { type Rows, type Run, run } from '#timeline/text-runs.ts';
import { hung, wrapped } from '#timeline/text-wrap.ts';
import { REMARKED } from './row.ts';
import { type Segment, storySegments } from './story-segments.ts';
import { outcomeLooks, outcomeMark } from './text-marks.ts';

/** What a check says of one play: its word, and what was seen. */
export function verdictRows(verdict: StoryVerdict, { columns, plain }: Room): Rows {
  const { outcome } = verdict;
  const said = saidOf(verdict);
  if (plain) return said.flatMap((runs, i) => wrapped(i === 0 ? [run(`${outcome}: `), ...runs] : runs, columns));
  const head = `${outcomeMark(outcome)} ${outcome}  `;
  const rows = said.flatMap((runs) => wrapped(runs, columns - head.length));
  return hung(rows, head.length, [run(head, ...outcomeLooks(outcome))]);
}

function saidOf(verdict: StoryVerdict): readonly (readonly Run[])[] {
  if (verdict.outcome !== 'passed') return [storySegments(verdict.because).map(segmentRun)];
  return [[run(HOLDS)], ...verdict.remarks.map((text) => [run(`${REMARKED}: `, 'strong'), run(text)])];
}

export function segmentRun({ kind, text }: Segment): Run {
  return run(text, ...(kind === 'marked' ? (['marked'] as const) : []));
}

const HOLDS = 'What is promised holds in this story.';
