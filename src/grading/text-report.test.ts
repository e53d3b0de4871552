import type { Result } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '#timeline/text-columns.ts';
import { ansiInk, plainInk } from '#timeline/text-ink.ts';
import type { Ending } from './ending.ts';
import { terminalWords } from './reader-words.ts';
import { type Grading, reportBefore, reportOf } from './report.ts';
import { textProgress } from './text-progress.ts';
import { textReport } from './text-report.ts';

const checks = ['apart', 'while-down', 'once'].map((id) => ({ id, title: `Title of ${id}` }));
const crash = { kind: 'crash', moment: 'after', point: 'confirmation:mail:1' } as const;
const passed: Result = { check: 'apart', outcome: 'passed', plays: 118, remarks: [] };
const because =
  'Ada’s order was confirmed twice: the mail left at 40 ms, confirmation crashed and it left at 1,245 ms.';
const failed: Result = {
  check: 'once',
  outcome: 'failed',
  plays: 12,
  because,
  schedule: [crash],
  trace: [],
  evidence: [3],
};
const files = [{ path: 'orders.ts', text: 'const a = 1;\n\tawait oops();\n' }];
const place = { path: 'orders.ts', line: 2, column: 8 };

function grading(changes: Partial<Grading> = {}): Grading {
  return {
    checks,
    results: [],
    depth: 'check',
    played: 212,
    planned: 212,
    covered: [{ sort: 'calm', played: 3, planned: 3 }],
    tookMs: 143,
    ending: { kind: 'done' },
    ...changes,
  };
}

const text = (changes: Partial<Grading>, width = 80) =>
  textReport(reportOf(grading(changes)), { width, ink: plainInk, files });

describe('a report in a terminal', () => {
  test('says how many hold, each check with its word, what was seen and what was played', () => {
    expect(text({ results: [passed, failed] }).split('\n')).toEqual([
      '1 of 3 holds  212 schedules, 143 ms',
      '',
      '✓ passed       Title of apart',
      '· not reached  Title of while-down',
      '✗ failed       Title of once',
      '                 Ada’s order was confirmed twice: the mail left at 40 ms,',
      '                 confirmation crashed and it left at 1,245 ms.',
      expect.stringMatching(/^ {17}1 fault, schedule [a-z]{5} {2}crash-after@confirmation:mail:1$/),
      '',
      'Played calm 3 times. Faults are played once a promise holds without them.',
    ]);
  });

  test('names the commands that are there, and no button of the page', () => {
    const all = { ...grading({ results: [passed], covered: [{ sort: 'single faults', played: 3, planned: 3 }] }) };
    const broken = grading({ ending: { kind: 'engine failed', because: 'It broke.' } });
    const said = (of: Grading) => textReport(reportOf(of, terminalWords), { width: 120, ink: plainInk });
    expect(said(all)).toContain('Not played: pairs of faults; npm run check -- --deep plays them.');
    expect(said(broken)).toContain('? The grader failed');
  });

  test('sets off when it happened and the turn that it took', () => {
    const ink = { ...plainInk, marked: (words: string) => `<${words}>` };
    const painted = textReport(reportOf(grading({ results: [failed] })), { width: 120, ink });
    expect(painted).toContain('left at <40 ms>, confirmation <crashed> and it left at <1,245 ms>.');
  });

  test('names the remark of a check that passed', () => {
    const remark = { id: 'between', text: 'Nobody can avoid it.', evidence: [1], schedule: [crash], times: 3 };
    const lines = text({ results: [{ ...passed, remarks: [remark] }] }).split('\n');
    expect(lines).toContain('                 with a remark: Nobody can avoid it.');
    expect(lines.join(' ')).toContain('in 3 of the 118 schedules of this check, schedule ');
  });

  test('points at the line where a program threw', () => {
    const error = { check: 'once', outcome: 'error', because: 'oops', schedule: [], trace: [], place } as const;
    const lines = text({ results: [error] }).split('\n');
    expect(lines).toContain('! error        Title of once');
    const at = lines.indexOf('                 orders.ts:2:8');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '                 2 │   await oops();',
      '                   │         ^',
    ]);
  });

  test('says before the first run that nothing was run', () => {
    const before = textReport(reportBefore(checks), { width: 80, ink: plainInk });
    expect(before).toContain('3 checks  not run yet\n\n· not run yet  Title of apart');
  });

  test.each<[Ending, string]>([
    [{ kind: 'did not compile', problems: [{ ...place, message: 'No.' }] }, '⊘ Did not compile'],
    [{ kind: 'timed out', afterMs: 1000, because: 'A loop.', place }, '∞ Timed out'],
    [{ kind: 'out of memory', because: 'An array.' }, '▲ Out of memory'],
    [{ kind: 'error', because: 'It threw.', place }, '! Error'],
    [{ kind: 'stopped' }, '■ Stopped'],
    [{ kind: 'engine failed', because: 'Reload.' }, '? The sandbox failed'],
  ])('has its own words for %o, and is no pass', (ending, headline) => {
    const said = text({ ending });
    expect(said.startsWith(`${headline}  212 schedules, 143 ms\n`)).toBe(true);
    expect(said).not.toContain('passed');
    const words = textReport(reportOf(grading({ ending })), { width: 80, ink: plainInk, plain: true });
    expect(words.startsWith(headline.slice(2))).toBe(true);
  });

  test('shows five problems with their lines, and counts the others', () => {
    const problems = Array.from({ length: 7 }, (_, i) => ({ ...place, message: `Problem ${i}.` }));
    const said = text({ ending: { kind: 'did not compile', problems } });
    expect(said.match(/orders\.ts:2:8 {2}Problem \d\./g)).toHaveLength(5);
    expect(said).toContain('\n  2 more.\n');
  });

  test('fits every width, and nothing of a learner steers the terminal', () => {
    const hostile = { ...failed, because: 'It said \u001b[2Jboo\r\u0007 注文 at 40 ms.' } as Result;
    const ending: Ending = { kind: 'error', because: '\u001b]0;owned\u0007', place: { ...place, path: 'a\u001b.ts' } };
    for (let width = 24; width < 130; width += 3) {
      const painted = textReport(reportOf(grading({ results: [passed, hostile], ending })), {
        width,
        ink: ansiInk,
        files,
      });
      const bare = painted.replace(OUR_CODES, '');
      for (const line of bare.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      expect(STEERING.test(bare)).toBe(false);
      expect(bare.replace(/\s/g, '')).toContain('\\u001b[2Jboo');
    }
  });
});

describe('a Check on its way', () => {
  const going = reportOf({
    ...grading({ results: [passed], played: 100, planned: 400, tookMs: 4000 }),
    ending: undefined!,
  });

  test('is one line that leaves the last column free', () => {
    if (going.kind !== 'checking') throw new Error('It has no ending yet.');
    expect(textProgress(going, { width: 82, ink: plainInk })).toBe(
      '━━━━━───────────────  1 of 1 holds so far  100 of 400 schedules, about 12 s left',
    );
    expect(textProgress(going, { width: 80, ink: plainInk, plain: true })).toMatch(/^1 of 1 holds so far {2}100 of/);
    for (let width = 24; width < 100; width++)
      expect(columnsOf(textProgress(going, { width, ink: plainInk }))).toBeLessThan(width);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that the ink makes
const OUR_CODES = /\u001b\[\d+m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that nobody may smuggle in
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
