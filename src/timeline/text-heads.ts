import { columnsOf } from './text-columns.ts';
import type { TextLayout } from './text-lanes.ts';
import { type Rows, type Run, run } from './text-runs.ts';
import { laneSigns } from './text-signs.ts';

/** The names above the lanes: beside each other, or as stairs where lanes are nearer than names are long. */
export function headRows(layout: TextLayout): Rows {
  const { lanes, momentColumns, stairs } = layout;
  const moment = run(` ${'ms'.padStart(momentColumns)}`, 'quiet');
  if (!stairs) {
    let column = momentColumns + 1;
    const names = lanes.flatMap(({ name, x }) => {
      const gap = run(' '.repeat(x - column));
      column = x + columnsOf(name);
      return [gap, run(name, 'strong')];
    });
    return [[moment, ...names]];
  }
  return lanes.map(({ name, x }, i) => {
    const cells = new Array<Run>(x).fill(BLANK);
    for (const before of lanes.slice(0, i))
      cells[before.x] = run((before.lane.id === 'broker' ? laneSigns.broker : laneSigns.alive).line, 'quiet');
    const isLast = i === lanes.length - 1;
    return [...(isLast ? [moment, ...cells.slice(momentColumns + 1)] : cells), run(name, 'strong')];
  });
}

const BLANK = run(' ');
