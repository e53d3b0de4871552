import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFiles, linesOf, type Run } from './compare-files.ts';

const compareText = (yours: string, ours: string) =>
  compareFiles([{ path: 'a.ts', text: yours }], [{ path: 'a.ts', text: ours }])[0]?.runs ?? [];

describe('comparing with the solution', () => {
  it('tells what differs by line, with the lines around it', () => {
    expect(compareText('a\nb\nc\n', 'a\nx\ny\nc\n')).toEqual([
      { kind: 'same', yours: { first: 1, count: 1 }, ours: { first: 1, count: 1 } },
      { kind: 'change', yours: { first: 2, count: 1 }, ours: { first: 2, count: 2 } },
      { kind: 'same', yours: { first: 3, count: 1 }, ours: { first: 4, count: 1 } },
    ]);
  });

  it('knows files that only one of both has', () => {
    const files = compareFiles(
      [
        { path: 'mine.ts', text: 'a' },
        { path: 'both.ts', text: 'a' },
      ],
      [
        { path: 'both.ts', text: 'a' },
        { path: 'relay.ts', text: 'b' },
      ],
    );
    expect(files.map((file) => [file.path, file.in])).toEqual([
      ['both.ts', 'both'],
      ['relay.ts', 'ours'],
      ['mine.ts', 'yours'],
    ]);
  });

  it('does not call a missing last line break, or another kind of it, a difference', () => {
    expect(compareText('a\r\nb', 'a\nb\n').every((run) => run.kind === 'same')).toBe(true);
  });

  it('always covers every line of both, in order, and says same only of equal lines', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (yours, ours) => {
        const runs = compareText(yours, ours);
        expect(collect(runs, 'yours', linesOf(yours))).toEqual(linesOf(yours));
        expect(collect(runs, 'ours', linesOf(ours))).toEqual(linesOf(ours));
        for (const run of runs.filter(({ kind }) => kind === 'same')) {
          expect(collect([run], 'yours', linesOf(yours))).toEqual(collect([run], 'ours', linesOf(ours)));
        }
      }),
    );
  });
});

function collect(runs: readonly Run[], side: 'yours' | 'ours', lines: readonly string[]): readonly string[] {
  return runs.flatMap((run) => lines.slice(run[side].first - 1, run[side].first - 1 + run[side].count));
}
