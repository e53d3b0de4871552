import { columnsOf, cutTo } from '#timeline/text-columns.ts';
import { columnsOfRuns, painted, type Run, run } from '#timeline/text-runs.ts';
import type { TextOptions } from '#timeline/text-timeline.ts';
import type { Report } from './report.ts';

/** How far a Check is, in one line that can be drawn over itself: it holds no line break and leaves the last column free. */
export function textProgress(
  report: Extract<Report, { kind: 'checking' }>,
  { width, ink, plain = false }: TextOptions,
): string {
  const bar = plain || width < ROOM_FOR_BAR ? [] : barOf(report.played, report.planned);
  const most = Math.max(0, width - 1 - columnsOfRuns(bar));
  const headline = cutTo(report.headline, most);
  const meta = cutTo(`  ${report.meta}`, most - columnsOf(headline));
  return painted([...bar, run(headline, 'strong'), run(meta, 'quiet')], ink);
}

function barOf(played: number, planned: number): readonly Run[] {
  const part = planned > 0 ? Math.min(1, played / planned) : 0;
  const full = Math.floor(part * BAR);
  return [run('━'.repeat(full), 'strong'), run('─'.repeat(BAR - full), 'quiet'), run('  ')];
}

const BAR = 20;
const ROOM_FOR_BAR = 60;
