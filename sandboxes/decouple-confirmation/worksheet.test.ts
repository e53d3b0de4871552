import type { Field, Trace } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { readExercise } from '../catalogue.ts';
import { patched, playFiles } from '../promises/play-files.ts';
import type { SourceFile } from '../source-files.ts';
import { ORDERS_IN_THE_RUSH } from './worksheet/rush.ts';
import { worksheet } from './worksheet.ts';

const { starter, solution, alternatives } = await readExercise(import.meta.dirname);
const rushOf = async (files: readonly SourceFile[]): Promise<Trace> =>
  (await playFiles(files, worksheet.scenario)).trace;

type Judged = Exclude<Field, { kind: 'text' }>;
const judged = worksheet.fields.filter((field): field is Judged => field.kind !== 'text');
const field = (id: string): Judged => judged.find((each) => each.id === id)!;
const rightAnswers = (trace: Trace, id: string): readonly string[] => {
  const each = field(id);
  return each.kind === 'choice'
    ? each.options.map((option) => option.id).filter((option) => each.judge(trace, option).outcome === 'right')
    : [];
};

const trace = await rushOf(solution);

describe('the window of the solution', () => {
  test('opens at the commit and closes at the mail, and nothing else is right', () => {
    expect(rightAnswers(trace, 'opens')).toEqual(['stored']);
    expect(rightAnswers(trace, 'closes')).toEqual(['mailed']);
  });

  test('is seen by nobody, by some and by everybody as time goes on', () => {
    expect(rightAnswers(trace, 'look-20')).toEqual(['on its way']);
    expect(rightAnswers(trace, 'look-90')).toEqual(['either']);
    expect(rightAnswers(trace, 'look-1000')).toEqual(['sent']);
  });

  test('says of each wrong answer when things happened in this very run', () => {
    expect(field('opens').judge(trace, 'published').because).toMatch(
      /the first order was stored at \d+ ms; its event was published at \d+ ms/,
    );
    expect(field('closes').judge(trace, 'shown').because).toMatch(
      /mail left at \d+ ms; a reader first saw “sent” at \d+ ms/,
    );
    expect(field('look-20').judge(trace, 'sent').because).toBe(
      'Of the 40 readers who looked 20 ms after the answer, 40 saw “on its way” and 0 saw “sent”.',
    );
  });

  test.each([
    ['p50', 50],
    ['p99', 99],
  ])('has the %s that a count of its own finds', (id, percent) => {
    const trueMs = windowsByHand(trace).sort((a, b) => a - b)[Math.ceil((percent / 100) * ORDERS_IN_THE_RUSH) - 1]!;
    const judge = (answer: string) => field(id).judge(trace, answer);
    expect(judge(`${trueMs}`)).toMatchObject({
      outcome: 'right',
      because: expect.stringContaining(`is ${trueMs} ms;`),
    });
    expect(judge(` ${trueMs + 5},0 ms `).outcome).toBe('right');
    expect(judge(`${trueMs - 5}`).outcome).toBe('right');
    expect(judge(`${trueMs + 6}`)).toMatchObject({ outcome: 'wrong', because: expect.stringContaining('6 ms off') });
    expect(judge('soon')).toMatchObject({ outcome: 'wrong', because: expect.not.stringContaining(`${trueMs}`) });
    const [opens, closes] = judge(`${trueMs}`).evidence.map((seq) => trace[seq]!.at);
    expect(closes! - opens!).toBe(trueMs);
  });
});

describe('another program has another window', () => {
  test.each(alternatives.map(({ slug, files }) => [slug, files] as const))(
    '%s has right answers to all',
    async (_, files) => {
      const trace = await rushOf(files);
      for (const each of judged) {
        if (each.kind === 'choice') expect(rightAnswers(trace, each.id)).toHaveLength(1);
        else expect(each.judge(trace, each.judge(trace, '0').because.match(/is (\d+) ms/)![1]!).outcome).toBe('right');
      }
    },
  );

  test('the starter has none, and hears so whatever is answered', async () => {
    const trace = await rushOf(starter);
    for (const each of judged) {
      const answers = each.kind === 'choice' ? each.options.map(({ id }) => id) : ['40'];
      for (const answer of answers) {
        expect(each.judge(trace, answer)).toMatchObject({
          outcome: 'wrong',
          because: expect.stringContaining('has no window that anybody could look into'),
        });
      }
    }
  });

  test('one that stores no order hears so', async () => {
    const trace = await rushOf(patched(starter, 'orders.ts', "app.post('/orders'", "app.post('/nothing'"));
    expect(field('p50').judge(trace, '40').because).toContain('has stored no order');
  });

  test('windows that never close leave p99 without a value, and the median with one', async () => {
    const trace = await rushOf(
      patched(
        solution,
        'confirmation.ts',
        'await mail.send',
        "if (event.email === 'frances@example.org') return;\n      await mail.send",
      ),
    );
    expect(field('p99').judge(trace, '100')).toMatchObject({
      outcome: 'wrong',
      because: expect.stringContaining('1 of the 40 windows of your run never closed, so p99 has no value'),
    });
    expect(field('p50').judge(trace, '73').because).toContain('though 1 of them never closed');
  });

  test('a page that cannot be read hears so', async () => {
    const trace = await rushOf(patched(solution, 'orders.ts', "app.get('/orders/:id'", "app.get('/order/:id'"));
    expect(field('look-20').judge(trace, 'on its way').because).toContain('the others saw neither');
    expect(field('look-20').judge(trace, 'on its way').because).toContain('the answer was 404');
  });
});

describe('prose', () => {
  test('is never judged: it has a model answer and nothing else', () => {
    const prose = worksheet.fields.filter((each) => each.kind === 'text');
    expect(prose.map(({ id }) => id)).toEqual(['unbounded', 'meanwhile', 'never']);
    for (const each of prose) expect(Object.keys(each).sort()).toEqual(['id', 'kind', 'model', 'question']);
  });
});

/** From each order's commit to its mail, read off the trace without the course's own helpers. */
function windowsByHand(trace: Trace): number[] {
  const opened = new Map<unknown, number>();
  const lengths: number[] = [];
  for (const entry of trace) {
    if (entry.kind === 'committed') {
      for (const { table, op, row } of entry.changes)
        if (table === 'orders' && op === 'insert') opened.set(row.email, entry.at);
    }
    if (entry.kind === 'mailed') lengths.push(entry.at - opened.get(entry.to)!);
  }
  return lengths;
}
