import { describe, expect, it } from 'vitest';
import { parseWorkerSaid } from './parse-worker-said.ts';

describe('what arrives from a worker', () => {
  it.each([
    undefined,
    null,
    1,
    'ended',
    [],
    {},
    { kind: 'ready?' },
    { kind: 'ended', ending: { kind: 'passed' }, isClean: true },
    { kind: 'ended', ending: { kind: 'done' } },
    { kind: 'told', told: { kind: 'result', result: { check: 'a', outcome: 'passed' } } },
    { kind: 'told', told: { kind: 'story', story: { trace: 'none' } } },
    { kind: 'beat', doing: { kind: 'playing' } },
  ])('is nothing when it is %o', (data) => {
    expect(parseWorkerSaid(data)).toBeUndefined();
  });

  it.each([
    { kind: 'ready' },
    { kind: 'beat', doing: { kind: 'compiling' } },
    {
      kind: 'beat',
      doing: {
        kind: 'playing',
        batch: [{ scenario: 's', schedule: 'calm' }],
        checks: ['a'],
        step: { process: 'orders', schedule: 'calm', atMs: 0 },
      },
    },
    {
      kind: 'ended',
      ending: { kind: 'error', because: 'x', place: { path: 'a.ts', line: 1, column: 2 } },
      isClean: true,
    },
    { kind: 'told', told: { kind: 'result', result: { check: 'a', outcome: 'passed', plays: 3, remarks: [] } } },
    {
      kind: 'told',
      told: {
        kind: 'result',
        result: {
          check: 'a',
          outcome: 'failed',
          plays: 3,
          because: 'b',
          schedule: [{ kind: 'crash', moment: 'after', point: 'p' }],
          trace: [{ seq: 0, at: 0, kind: 'ready', process: 'orders' }],
          evidence: [0],
        },
      },
    },
  ])('is taken whole when it is %o', (data) => {
    expect(parseWorkerSaid(data)).toEqual(data);
  });
});
