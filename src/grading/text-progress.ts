import { columnsOf, cutTo } from '#timeline/text-columns.ts';
import { roomFor, type TextOptions } from '#timeline/text-room.ts';
import { painted, type Run, run } from '#timeline/text-runs.ts';
import { visible } from '#timeline/visible.ts';
import type { Report } from './report.ts';

/** How far a Check is, in one line that can be drawn over itself: it holds no line break and leaves the last column free. */
export function textProgress(report: Extract<Report, { kind: 'checking' }>, options: TextOptions): string {
  const { columns, plain } = roomFor(options);
  const bar = plain || columns < ROOM_FOR_BAR ? [] : barOf(report.played, report.planned);
  const room = columns - 1 - (bar.length === 0 ? 0 : BAR + 2);
  const headline = cutTo(visible(report.headline), room);
  const meta = cutTo(`  ${visible(report.meta)}`, room - columnsOf(headline));
  return painted([[...bar, run(headline, 'strong'), run(meta, 'quiet')]], options.ink);
}

function barOf(played: number, planned: number): readonly Run[] {
  const part = planned > 0 ? Math.min(1, played / planned) : 0;
  const full = Math.floor(part * BAR);
  return [run('━'.repeat(full), 'strong'), run('─'.repeat(BAR - full), 'quiet'), run('  ')];
}

const BAR = 20;
const ROOM_FOR_BAR = 72;
