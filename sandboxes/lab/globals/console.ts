import type { Life } from '#processes/life.ts';
import type { World } from '#world/world.ts';
import { format } from './format.ts';

type Print = (...values: unknown[]) => void;

/** A program that prints without end is not to fill the trace: in one play no more lines than these are kept. */
const MOST_LINES = 2_000;
const LAST_LINE = `${MOST_LINES} lines were printed. What is printed after them in this play is not kept.`;
const printed = new WeakMap<World, number>();

/** How many lines a play has printed and not kept. */
export function linesLost(world: World): number {
  return Math.max(0, (printed.get(world) ?? 0) - MOST_LINES);
}

/** Lines go into the trace, under the process that printed them. */
export function consoleOf(world: World, life: Life): Readonly<Record<string, Print>> {
  const print = (level: 'log' | 'info' | 'warn' | 'error', values: readonly unknown[]) => {
    if (!life.alive) return;
    const lines = (printed.get(world) ?? 0) + 1;
    printed.set(world, lines);
    if (lines > MOST_LINES) return;
    const text = lines === MOST_LINES ? LAST_LINE : format(values);
    world.record({ kind: 'logged', level, text, ...life.who }, undefined, world.asking());
  };
  const log: Print = (...values) => print('log', values);
  return {
    log,
    debug: log,
    dir: log,
    table: log,
    trace: log,
    info: (...values) => print('info', values),
    warn: (...values) => print('warn', values),
    error: (...values) => print('error', values),
    assert: (holds, ...values) => {
      if (!holds) print('error', ['Assertion failed', ...values]);
    },
  };
}
