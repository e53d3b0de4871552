import type { Result } from 'lab/authoring';
import { describe, expect, it } from 'vitest';
import type { Coverage, Ending } from './ending.ts';
import { type Grading, reportBefore, reportOf } from './report.ts';

const checks = ['apart', 'while-down', 'once'].map((id) => ({ id, title: `Title of ${id}` }));
const crash = { kind: 'crash', moment: 'after', point: 'confirmation:mail:1' } as const;
const passed: Result = { check: 'apart', outcome: 'passed', plays: 118, remarks: [] };
const failed: Result = {
  check: 'once',
  outcome: 'failed',
  plays: 12,
  because:
    'Ada’s order was confirmed twice: the confirmation process sent the mail at 40 ms, crashed at 40 ms and sent the mail at 1,245 ms.',
  schedule: [crash],
  trace: [],
  evidence: [3],
};

function grading(changes: Partial<Grading> = {}): Grading {
  return { checks, results: [], depth: 'check', played: 0, planned: 0, covered: [], tookMs: 0, ...changes };
}

describe('a report', () => {
  it('says before the first run that nothing was run', () => {
    const report = reportBefore(checks);
    expect(report.headline).toBe('3 checks');
    expect(report.meta).toBe('not run yet');
    expect(report.rows.map((row) => row.word)).toEqual(['not run yet', 'not run yet', 'not run yet']);
  });

  it('counts what holds, and says how much was played and how long it took', () => {
    const report = reportOf(
      grading({ results: [passed, failed], played: 212, tookMs: 142.6, ending: { kind: 'done' } }),
    );
    expect(report).toMatchObject({ kind: 'checked', headline: '1 of 3 holds', meta: '212 schedules, 143 ms' });
    expect(report).not.toHaveProperty('trouble');
  });

  it('grows while it goes on, with an estimate once there is one', () => {
    const early = reportOf(grading({ played: 10, planned: 0, tookMs: 20 }));
    expect(early).toMatchObject({ kind: 'checking', headline: 'Checking', meta: 'first schedules' });
    const going = { depth: 'deep', results: [passed], played: 1000, planned: 3995, tookMs: 4000 } as const;
    const single = reportOf(grading(going));
    expect(single).toMatchObject({ meta: '1,000 of 3,995 schedules, then pairs of faults' });
    const later = reportOf(grading({ ...going, covered: [{ sort: 'pairs', played: 500, planned: 3500 }] }));
    expect(later).toMatchObject({
      headline: '1 of 1 holds so far',
      meta: '1,000 of 3,995 schedules, about 12 s left',
      played: 1000,
      planned: 3995,
    });
    expect(later.rows.map((row) => row.word)).toEqual(['passed', 'playing', 'playing']);
  });

  it('tells a failure as a story whose turns are marked, with the schedule that shows it', () => {
    const row = reportOf(grading({ results: [failed], ending: { kind: 'done' } })).rows[2]!;
    expect(row.story?.filter((segment) => segment.kind === 'marked').map((segment) => segment.text)).toEqual([
      '40 ms',
      'crashed',
      '40 ms',
      '1,245 ms',
    ]);
    expect(row.story?.map((segment) => segment.text).join('')).toBe(failed.outcome === 'failed' ? failed.because : '');
    expect(row.schedule).toMatchObject({ weather: '1 fault', text: 'crash-after@confirmation:mail:1' });
    expect(row.schedule?.badge).toMatch(/^[a-z]{5}$/);
  });

  it('names the duplicate that nobody can avoid on the check that passed', () => {
    const remark = {
      id: 'between',
      text: 'Ada got the mail twice, which no program can avoid here.',
      evidence: [1],
      schedule: [crash],
      times: 3,
    };
    const row = reportOf(grading({ results: [{ ...passed, remarks: [remark] }], ending: { kind: 'done' } })).rows[0]!;
    expect(row.outcome).toBe('passed');
    expect(row.remarks).toEqual([
      {
        text: remark.text,
        often: 'in 3 of the 118 schedules of this check',
        schedule: expect.objectContaining({ text: 'crash-after@confirmation:mail:1' }),
      },
    ]);
  });

  it('points at the line where a program threw', () => {
    const place = { path: 'orders.ts', line: 7, column: 3 };
    const error = {
      check: 'once',
      outcome: 'error',
      because: 'The orders process: x is not defined',
      schedule: [],
      trace: [],
      place,
    } as const;
    const row = reportOf(grading({ results: [error], ending: { kind: 'done' } })).rows[2]!;
    expect(row).toMatchObject({
      outcome: 'error',
      word: 'error',
      place,
      schedule: { weather: 'calm weather', text: 'calm' },
    });
  });

  it('does not call it calm weather when the scenario itself brings something down', () => {
    const stopped = {
      seq: 0,
      at: 3,
      kind: 'crashed',
      because: 'stopped',
      process: 'pricing',
      instance: 1,
      life: 1,
    } as const;
    const provoked: Result = { ...failed, schedule: [], trace: [stopped] };
    const row = reportOf(grading({ results: [provoked], ending: { kind: 'done' } })).rows[2]!;
    expect(row.schedule).toMatchObject({ weather: 'no fault but the outage', badge: 'calm' });
  });

  const place = { path: 'orders.ts', line: 7, column: 3 };
  it.each<[Ending, string, readonly string[]]>([
    [
      { kind: 'did not compile', problems: [{ ...place, message: 'No.' }] },
      'Did not compile',
      ['did not compile', 'did not compile', 'did not compile'],
    ],
    [
      { kind: 'timed out', afterMs: 1000, because: 'A loop.', checks: ['while-down'] },
      'Timed out',
      ['not reached', 'timed out', 'not reached'],
    ],
    [
      { kind: 'out of memory', because: 'An array.', checks: ['while-down', 'once'] },
      'Out of memory',
      ['not reached', 'out of memory', 'out of memory'],
    ],
    [{ kind: 'error', because: 'It threw.', place }, 'Error', ['not reached', 'not reached', 'not reached']],
    [{ kind: 'stopped' }, 'Stopped', ['not reached', 'not reached', 'not reached']],
    [
      { kind: 'engine failed', because: 'Reload.' },
      'The sandbox failed',
      ['not reached', 'not reached', 'not reached'],
    ],
  ])('has its own words for %o', (ending, headline, words) => {
    const report = reportOf(grading({ ending, tookMs: 1010 }));
    expect(report).toMatchObject({
      kind: 'checked',
      headline,
      meta: '1.0 s',
      trouble: { outcome: ending.kind, headline },
    });
    expect(report.rows.map((row) => row.word)).toEqual(words);
    expect(report.rows.some((row) => row.outcome === 'passed')).toBe(false);
  });

  it('takes back a pass when the program hangs in a pair of faults, and leaves a failure', () => {
    const ending: Ending = { kind: 'timed out', afterMs: 1000, because: 'A loop.', checks: ['apart', 'once'] };
    const report = reportOf(grading({ depth: 'deep', results: [passed, failed], ending }));
    expect(report.headline).toBe('0 of 3 hold');
    expect(report.rows.map((row) => row.word)).toEqual(['timed out', 'not reached', 'failed']);
  });

  it('keeps what was judged before it was stopped', () => {
    const report = reportOf(grading({ results: [passed], ending: { kind: 'stopped' }, played: 40, tookMs: 90 }));
    expect(report).toMatchObject({
      headline: '1 of 3 holds',
      trouble: { outcome: 'stopped', because: 'You stopped it. What was judged by then stands.' },
    });
    expect(report.rows.map((row) => row.word)).toEqual(['passed', 'not reached', 'not reached']);
  });
});

describe('what was covered', () => {
  const covered = (pairs?: Coverage): Coverage[] => [
    { sort: 'calm', played: 5, planned: 5 },
    { sort: 'single faults', played: 211, planned: 211 },
    { sort: 'mixes', played: 64, planned: 64 },
    ...(pairs ? [pairs] : []),
  ];
  const coverage = (
    depth: 'check' | 'deep',
    all: Coverage[],
    ending: Ending = { kind: 'done' },
    results: Result[] = [passed],
  ) => {
    const report = reportOf(grading({ depth, covered: all, ending, results }));
    return report.kind === 'checked' ? report.coverage : undefined;
  };

  it('names what Check leaves to Check deeply', () => {
    expect(coverage('check', covered())).toBe(
      'Played calm 5 times, 211 single faults and 64 mixes. Not played: pairs of faults; Check deeply plays them.',
    );
  });

  it('says what all pairs still leave out', () => {
    expect(coverage('deep', covered({ sort: 'pairs', played: 3995, planned: 3995 }))).toBe(
      'Played calm 5 times, 211 single faults, 64 mixes and all 3,995 pairs of faults. More than two faults at once were played in the mixes only.',
    );
  });

  it('says of how many pairs those that were played are a sample', () => {
    const sample = covered({ sort: 'pairs', played: 5000, planned: 5000, outOf: 129_884 });
    expect(coverage('deep', sample)).toBe(
      'Played calm 5 times, 211 single faults, 64 mixes and 5,000 of 129,884 pairs of faults. These are spread over all of them; to play all would take too long. More than two faults at once were played in the mixes only.',
    );
    const begun = covered({ sort: 'pairs', played: 100, planned: 5000, outOf: 129_884 });
    expect(coverage('deep', begun, { kind: 'stopped' })).toBe(
      'Played calm 5 times, 211 single faults, 64 mixes and 100 of 129,884 pairs of faults. Not played: 129,784 pairs of faults.',
    );
  });

  it('says how far it came when it was stopped', () => {
    const stopped: Ending = { kind: 'stopped' };
    expect(coverage('deep', covered({ sort: 'pairs', played: 100, planned: 3995 }), stopped)).toBe(
      'Played calm 5 times, 211 single faults, 64 mixes and 100 of 3,995 pairs of faults. Not played: 3,895 pairs of faults.',
    );
    expect(coverage('deep', [], stopped)).toBe('Nothing was played.');
    expect(coverage('deep', [{ sort: 'calm', played: 1, planned: 2 }], stopped)).toBe(
      'Played calm once. Not played: 1 calm play, single faults, mixes and pairs of faults.',
    );
    const early: Coverage[] = [
      { sort: 'calm', played: 2, planned: 2 },
      { sort: 'single faults', played: 3, planned: 10 },
      { sort: 'mixes', played: 0, planned: 24 },
    ];
    expect(coverage('check', early, stopped)).toBe(
      'Played calm 2 times and 3 of 10 single faults. Not played: 7 single faults, 24 mixes and pairs of faults; Check deeply plays them.',
    );
  });

  it('says why no fault was played', () => {
    const calm: Coverage[] = [{ sort: 'calm', played: 5, planned: 5 }];
    expect(coverage('check', calm)).toBe('Played calm 5 times. Your program did nothing that a fault could strike.');
    expect(coverage('check', calm, { kind: 'done' }, [failed])).toBe(
      'Played calm 5 times. Faults are played once a promise holds without them.',
    );
    expect(coverage('check', calm, { kind: 'timed out', afterMs: 1000, because: 'A loop.' })).toBe(
      'Played calm 5 times. Not played: single faults, mixes and pairs of faults; Check deeply plays them.',
    );
  });
});
