import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Scene } from '#timeline/scene.ts';
import { type Room, roomFor, type TextOptions } from '#timeline/text-room.ts';
import { apart, painted, type Rows, run } from '#timeline/text-runs.ts';
import { timelineRows } from '#timeline/text-timeline.ts';
import { wrapped } from '#timeline/text-wrap.ts';
import type { Report } from './report.ts';
import type { Row } from './row.ts';
import { headingOf } from './story-heading.ts';
import { checkRows } from './text-checks.ts';
import { troubleRows } from './text-trouble.ts';
import { troubleName } from './trouble.ts';

export interface ReportOptions extends TextOptions {
  /** What was graded: the lines in which something went wrong are shown. */
  readonly files?: readonly SourceFile[];
  /** Stories to draw below the checks, by the check that each of them breaks. */
  readonly stories?: ReadonlyMap<string, Scene>;
}

/** A Check as a terminal shows it, in the words of the page. It ends without a line break. */
export function textReport(report: Report, options: ReportOptions): string {
  const room = roomFor(options);
  const { files = [], stories, ink } = options;
  const parts = [
    headRows(report, files, room),
    checkRows(report.rows, files, room),
    coverageRows(report, room),
    ...report.rows.flatMap((row) => storyParts(row, stories?.get(row.check), room)),
  ];
  return painted(apart(parts), ink);
}

function headRows(report: Report, files: readonly SourceFile[], room: Room): Rows {
  const meta = run(`  ${report.meta}`, 'quiet');
  if (report.kind !== 'checked' || !report.trouble)
    return wrapped([run(report.headline, 'strong'), meta], room.columns);
  const name = run(troubleName(report.trouble, report.headline), 'strong');
  return troubleRows(report.trouble, [name, meta], files, room);
}

function coverageRows(report: Report, { columns }: Room): Rows {
  if (report.kind !== 'checked' || report.trouble?.outcome === 'did not compile') return [];
  return wrapped([run(report.coverage, 'quiet')], columns);
}

function storyParts(row: Row, scene: Scene | undefined, room: Room): readonly Rows[] {
  if (!scene) return [];
  const because = row.story?.map(({ text }) => text).join('');
  return [wrapped([run(headingOf(because, row.title), 'strong')], room.columns), timelineRows(scene, room)];
}
