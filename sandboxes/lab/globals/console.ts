import type { Life } from '#processes/life.ts';
import type { World } from '#world/world.ts';
import { format } from './format.ts';

type Print = (...values: unknown[]) => void;

/** Lines go into the trace, under the process that printed them. */
export function consoleOf(world: World, life: Life): Readonly<Record<string, Print>> {
  const print = (level: 'log' | 'info' | 'warn' | 'error', values: readonly unknown[]) => {
    if (!life.alive) return;
    world.record({ kind: 'logged', level, text: format(values), ...life.who }, undefined, world.asking());
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
