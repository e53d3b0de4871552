import type { Verdict } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { checks } from './checks.ts';

const { solution } = await readExercise(import.meta.dirname);

/** What one of the checks says of one play of a program. */
async function verdictOf(id: string, files: readonly SourceFile[], schedule?: string): Promise<Verdict> {
  const check = checks.find((each) => each.id === id)!;
  return check.verdict((await playFiles(files, check.scenario, schedule)).trace);
}

const failing = (words: RegExp) => ({ outcome: 'failed', because: expect.stringMatching(words) });

describe('what became of a fact that is in no account is read from the trace', () => {
  test.each([
    [
      'it was acknowledged, and nothing was done',
      'mustBeReadable(event);',
      "if (event.type === 'order.gift.wrapped') return;",
      /^Version 4 of Ada’s order .* It came at \d+ ms, and was acknowledged at \d+ ms\.$/,
    ],
    [
      'it came back too often',
      'mustBeReadable(event);',
      "if (event.type === 'order.gift.wrapped') throw new Error('what is that?');",
      /It came back too often, and at \d+ ms it went to points\.dead\.$/,
    ],
    [
      'its topic is not bound, though it takes a version',
      "['order.#', 'review.written']",
      "['order.line.*', 'order.points.*', 'order.gift.*', 'review.written']",
      /^Version 2 .* is bound to order\.line\.\*, order\.points\.\*, order\.gift\.\* and review\.written, so it never came\. It earns nothing,/,
    ],
    [
      'no queue is bound to anything',
      'await broker.subscribe(',
      'if (!broker) await broker.subscribe(',
      /^Nothing was counted/,
    ],
  ])('%s', async (_, from, to, words) => {
    expect(await verdictOf('no-false-gaps', patched(solution, 'points.ts', from, to))).toMatchObject(failing(words));
  });
});

describe('what cannot be read', () => {
  const SETTINGS = "deliveryLimit: 5, deadLetter: 'points.dead'";

  test.each([
    ['dropped', SETTINGS, 'deliveryLimit: 5', /After 6 tries, at \d+ ms, the broker dropped it: its queue has no dead/],
    ['put elsewhere', SETTINGS, "deadLetter: 'trash'", /After 21 tries, at \d+ ms, the broker put it into trash\.$/],
  ])('is seen to be %s', async (_, from, to, words) => {
    const verdict = await verdictOf('set-aside', patched(solution, 'points.ts', from, to));
    expect(verdict).toMatchObject(failing(words));
  });
});

test('a copy that is skipped is not taken for one that was counted', async () => {
  const schedule = 'duplicate-0@broker:deliver:points:1,crash-after@points-1:commit:1';
  expect(await verdictOf('counted-once', solution, schedule)).toMatchObject({ outcome: 'passed' });
});
