import { expect, test } from 'vitest';
import { type ProblemReport, reportAddress } from './problem-report.ts';

const report: ProblemReport = {
  page: 'The outbox',
  address: 'https://course.example/lessons/outbox/#story=told-once/crash-after@relay:publish:1',
  exercise: 'outbox',
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

test('a broken address is told as it is', () => {
  expect(read('https://host.example/new', { address: 'https://a.example/#story=x/%E0%A4' }).get('body')).toContain(
    'schedule %E0%A4',
  );
});
