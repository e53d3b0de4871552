import type { Life } from '#processes/life.ts';
import type { World } from '#world/world.ts';
import { format } from './format.ts';

type Level = 'log' | 'info' | 'warn' | 'error';
const LEVELS: Readonly<Record<string, Level>> = {
  log: 'log',
  info: 'info',
  warn: 'warn',
  error: 'error',
  debug: 'log',
  dir: 'log',
  table: 'log',
  trace: 'log',
};

/** Lines go into the trace, under the process that printed them. */
export function consoleOf(world: World, life: Life): Record<string, (...values: unknown[]) => void> {
  const say =
    (level: Level) =>
    (...values: unknown[]) => {
      if (life.alive)
        world.record({ kind: 'logged', level, text: format(values), ...life.who }, undefined, world.asking());
    };
  const all = Object.fromEntries(Object.entries(LEVELS).map(([name, level]) => [name, say(level)]));
  const assert = (holds: unknown, ...values: unknown[]) => {
    if (!holds) say('error')('Assertion failed', ...values);
  };
  return { ...all, assert };
}
