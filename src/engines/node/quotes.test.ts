import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { quoted, unquoted } from './quotes.ts';

const schedules = [
  'calm',
  'crash-after@orders:publish:order.created:1,duplicate-0@broker:deliver:confirmation:1',
  "crash-after@orders:publish:it's$HOME(now):1",
  'crash-after@orders:publish:a%20b!*;?:1',
];

test('a shell hands a quoted schedule on as it is', () => {
  for (const schedule of schedules)
    expect(execFileSync('sh', ['-c', `printf %s ${quoted(schedule)}`], { encoding: 'utf8' })).toBe(schedule);
});

test('what every schedule of the course is made of stands in quotes that cmd.exe knows', () => {
  expect(quoted(schedules[1]!)).toBe(`"${schedules[1]}"`);
});

test('one pair of quotes that a shell has left is taken away', () => {
  expect([`'calm'`, '"calm"', 'calm', `'calm"`, `''calm''`].map(unquoted)).toEqual([
    'calm',
    'calm',
    'calm',
    `'calm"`,
    `'calm'`,
  ]);
});
