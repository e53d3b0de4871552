import { expect, test } from 'vitest';
import { type ProblemReport, reportAddress } from './problem-report.ts';

const report: ProblemReport = {
  page: 'The outbox',
  address: 'https://course.example/lessons/outbox/#story=told-once/crash-after@relay:publish:1',
  exercise: 'outbox',
  checks: [{ id: 'told-once' }],
  version: '0.1.0',
  runner: 'embedded',
  browser: 'Firefox',
};
const read = (base: string, change: Partial<ProblemReport> = {}) =>
  new URL(reportAddress(base, { ...report, ...change })).searchParams;

test('a report names page, exercise, the story on show, the course’s version, runner and browser', () => {
  const body = read('https://host.example/issues/new').get('body');
  expect(read('https://host.example/issues/new').get('title')).toBe('The outbox: ');
  for (const line of [
    `Page: The outbox, ${report.address}`,
    'Exercise: outbox',
    'Story on show: told-once, schedule crash-after@relay:publish:1',
    'Course: 0.1.0',
    'Runner: embedded',
    'Browser: Firefox',
  ])
    expect(body?.split('\n')).toContain(line);
});

test('what the configured address asks for already stays', () => {
  const asked = read('https://host.example/issues/new?labels=course&template=problem.md');
  expect([asked.get('labels'), asked.get('template')]).toEqual(['course', 'problem.md']);
});

test('a page without an exercise or a story says nothing of them', () => {
  const body = read('https://host.example/new', { exercise: undefined, address: 'https://course.example/glossary/' });
  expect(body.get('body')).not.toMatch(/Exercise|Story/);
});

const at = (fragment: string) =>
  read('https://host.example/new', { address: `https://course.example/lessons/outbox/${fragment}` }).get('body')!;

test('code that came with a link is not told on; the story that it came with is', () => {
  const body = at(`#story=run/calm&code=${'A'.repeat(60_000)}`);
  expect(body).toContain('Page: The outbox, https://course.example/lessons/outbox/#story=run/calm\n');
  expect(body).toContain('Story on show: its own run, schedule calm\n');
  expect(body).not.toContain('AAA');
  expect(body.length).toBeLessThan(1_000);
});

test('of a link that the page refused it is told why, and not what it held', () => {
  const body = at(`#story=told-once/calm&code=${'A'.repeat(60_001)}`);
  expect(body).toContain('Page: The outbox, https://course.example/lessons/outbox/\n');
  expect(body).toContain('Link refused: The code in this link is longer than any');
  expect(at('#story=x/%E0%A4')).toContain('Link refused: This link does not hold a whole story');
  expect(body.length).toBeLessThan(1_000);
});

test('a part of the page stays in its address', () => {
  expect(at('#exercise')).toContain('https://course.example/lessons/outbox/#exercise\n');
});
