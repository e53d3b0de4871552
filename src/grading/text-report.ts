import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Scene } from '#timeline/scene.ts';
import { painted, type Run, run, wrappedRuns } from '#timeline/text-runs.ts';
import { type TextOptions, timelineRows } from '#timeline/text-timeline.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { headingOf } from './story-heading.ts';
import { outcomeLooks, outcomeMark } from './text-marks.ts';
import { checkRows } from './text-rows.ts';
import { troubleRows } from './text-trouble.ts';
import { troubleName } from './trouble.ts';

export interface ReportOptions extends TextOptions {
  /** What was graded: the lines in which something went wrong are shown. */
  readonly files?: readonly SourceFile[];
  /** Stories to draw below the checks, by the check that each of them breaks. */
  readonly stories?: ReadonlyMap<string, Scene>;
}

/** A Check as a terminal shows it, in the words of the page. It ends without a line break. */
export function textReport(report: Report, { width, ink, plain = false, files = [], stories }: ReportOptions): string {
  const most = Math.max(LEAST_WIDTH, width);
  const parts = [
    headRows(report, files, most, plain),
    checkRows(report.rows, files, most, plain),
    report.kind === 'checked' && report.trouble?.outcome !== 'did not compile'
      ? wrappedRuns([run(report.coverage, 'quiet')], most)
      : [],
    ...report.rows.flatMap((row) => storyParts(row, stories?.get(row.check), most, plain)),
  ];
  const rows = parts.filter((part) => part.length > 0).flatMap((part, i) => (i === 0 ? part : [[], ...part]));
  return rows.map((row) => painted(row, ink)).join('\n');
}

function headRows(
  report: Report,
  files: readonly SourceFile[],
  width: number,
  plain: boolean,
): readonly (readonly Run[])[] {
  const trouble = report.kind === 'checked' ? report.trouble : undefined;
  const meta = run(`  ${report.meta}`, 'quiet');
  if (!trouble) return wrappedRuns([run(report.headline, 'strong'), meta], width);
  const mark = plain ? [] : [run(`${outcomeMark(trouble.outcome)} `, ...outcomeLooks(trouble.outcome))];
  const name = run(troubleName(trouble, report.headline), 'strong');
  return [...wrappedRuns([...mark, name, meta], width), ...troubleRows(trouble, files, width)];
}

function storyParts(
  row: Row,
  scene: Scene | undefined,
  width: number,
  plain: boolean,
): readonly (readonly (readonly Run[])[])[] {
  if (!scene) return [];
  const because = row.story?.map(({ text }) => text).join('');
  return [wrappedRuns([run(headingOf(because, row.title), 'strong')], width), timelineRows(scene, width, plain)];
}

/** Nothing can be said in less. */
const LEAST_WIDTH = 12;
