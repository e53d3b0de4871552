import type { Trace, Verdict } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { programNamed, withSettings } from '../program-named.ts';
import { grade } from '../promises/grade.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { checks } from './checks.ts';
import { figuresOf, howWide } from './demonstrations/how-wide.ts';

const entry = await readExercise(import.meta.dirname);
const { exercise, solution } = entry;

/** What one of the checks says of one play of a program. */
async function verdictOf(id: string, files: readonly SourceFile[], schedule?: string): Promise<Verdict> {
  const check = checks.find((each) => each.id === id)!;
  return check.verdict((await playFiles(files, check.scenario, schedule)).trace);
}

describe('a version', () => {
  const answered = 'body: { orderId: state.orderId, version: state.version }';

  test.each([
    ['in words', 'body: { orderId: state.orderId, version: String(state.version) }', 'no whole number'],
    ['that falls', 'body: { orderId: state.orderId, version: 100 - state.version }', 'has the smaller version'],
    ['that stays', 'body: { orderId: state.orderId, version: 1 }', 'share version 1'],
  ])('%s is none', async (_, said, words) => {
    const files = patched(patched(solution, 'orders.ts', answered, said), 'orders.ts', answered, said);
    const verdict = await verdictOf('version-for-each', files);
    expect(verdict).toMatchObject({ outcome: 'failed', because: expect.stringContaining(words) });
  });
});

describe('a look', () => {
  const shown = 'quantity: page.quantity, version: page.version } };';
  const updating = "status: 'updating'";

  test.each([
    ['without a quantity', shown, 'version: page.version } };', 'without a quantity'],
    ['of an order that never was', shown, 'quantity: 7, version: page.version } };', 'which Ada’s order never was'],
  ])('%s shows no order', async (_, from, to, words) => {
    const verdict = await verdictOf('own-write-seen', patched(solution, 'page.ts', from, to));
    expect(verdict).toMatchObject({ outcome: 'failed', because: expect.stringContaining(words) });
  });

  test('that is put off says “updating”', async () => {
    const verdict = await verdictOf('answered-in-time', patched(solution, 'page.ts', updating, "status: 'ok'"));
    expect(verdict).toMatchObject({ because: expect.stringContaining('with the status “ok”, not “updating”') });
  });

  test('may say more than that, the old state for example', async () => {
    const files = patched(solution, 'page.ts', updating, `${updating}, quantity: 2, version: 1`);
    const results = await grade(exercise, files);
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });
});

test('the page may read what the projection wrote from the database itself', async () => {
  const direct = patched(solution, 'page.ts', 'start({ app, replicas }', 'start({ app, database, replicas }');
  const files = patched(direct, 'page.ts', 'replicas[turn++ % replicas.length]!', 'replicas[turn++ % 3] ?? database');
  const results = await grade(exercise, files);
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
});

describe('the arithmetic of the backlog', () => {
  test.each([
    ['200', '20', '40'],
    ['400', '20', '40'],
    ['200', '10', '25'],
    ['400', '10', '25'],
  ])('is what the play shows, down for %s ms, %s ms each, one every %s ms', async (down, work, every) => {
    const figures = figuresOf(await rush({ down, work, every }))!;
    const predictedMs = (1_000 * figures.backlog) / (figures.servedPerSecond - figures.arrivalsPerSecond);
    expect(Math.abs(figures.caughtUpMs! - predictedMs)).toBeLessThan(0.1 * predictedMs);
  });

  test('and a projection that does less than comes in never catches up', async () => {
    const figures = figuresOf(await rush({ down: '200', work: '50', every: '40' }))!;
    expect(figures.servedPerSecond).toBeLessThan(figures.arrivalsPerSecond);
    expect(figures.caughtUpMs).toBeUndefined();
  });

  async function rush(choice: Readonly<Record<string, string>>): Promise<Trace> {
    const { program, settings, scenario, schedule } = howWide.shows(choice);
    return (await playFiles(withSettings(programNamed(entry, program), settings), scenario, schedule)).trace;
  }
});
