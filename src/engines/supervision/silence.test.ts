import { describe, expect, it } from 'vitest';
import { terminalWords } from '#grading/reader-words.ts';
import type { Silence } from './listen.ts';
import { verdictOnSilence } from './silence.ts';

const place = { path: 'orders.ts', line: 12, column: 5 };
const calm = { process: 'orders', schedule: 'calm', atMs: 3 };

function silence(changes: Partial<Silence> = {}): Silence {
  return {
    kind: 'silent',
    doing: { kind: 'playing', batch: [], checks: ['once'], step: calm },
    begun: true,
    frameLives: true,
    ...changes,
  };
}

describe('a program that fell silent', () => {
  it('is told with its process, its story and its loop', () => {
    expect(verdictOnSilence(silence(), silence({ round: { kind: 'loop', place } }), 1_000)).toEqual({
      kind: 'timed out',
      afterMs: 1_000,
      because:
        'The orders process did not give control back, in calm weather at 3 ms; it was ended after 1 s. It goes round in orders.ts, line 12: either nothing in there lets the loop end, or it does far too much.',
      place,
      checks: ['once'],
    });
  });

  it('that filled all memory was ended by a browser only in the page', () => {
    const gone = silence({ frameLives: false });
    expect(verdictOnSilence(gone, gone, 1_000)).toMatchObject({ because: expect.stringContaining('the browser') });
    const inTerminal = verdictOnSilence(gone, gone, 1_000, terminalWords);
    expect(inTerminal).toMatchObject({ because: expect.not.stringMatching(/browser|page/) });
  });

  it('is told what to do about promises that never rest', () => {
    const step = { ...calm, schedule: 'crash-after@orders:commit:1' };
    const known = silence({
      doing: { kind: 'playing', batch: [], checks: [], step },
      round: { kind: 'promises', place },
    });
    const ending = verdictOnSilence(silence(), known, 1_000);
    expect(ending).toMatchObject({
      because: expect.stringMatching(
        /in the story crash-after@orders:commit:1 at 3 ms.*each promise leads at once to the next/,
      ),
    });
    expect(ending).not.toHaveProperty('checks');
  });

  it('is told without a line when nobody knows it', () => {
    expect(verdictOnSilence(silence(), silence({ doing: { kind: 'compiling' } }), 1_000)).toMatchObject({
      because:
        'Reading the files did not end; it was ended after 1 s. Look for a file that is very long, or try again when this device is less busy.',
    });
  });

  it('ran out of memory when the browser had ended the frame, the first time or the second', () => {
    for (const [first, again] of [
      [false, true],
      [true, false],
    ] as const) {
      const ending = verdictOnSilence(
        silence({ frameLives: first }),
        silence({ frameLives: again, round: { kind: 'loop', place } }),
        1_000,
      );
      expect(ending).toMatchObject({
        kind: 'out of memory',
        place,
        because: expect.stringMatching(/^The orders process used up all memory.*line 12/),
      });
    }
  });
});
