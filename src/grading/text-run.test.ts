import { describe, expect, test } from 'vitest';
import { storyOfModules } from '#timeline/sample-stories.ts';
import type { Story } from '#timeline/story.ts';
import { plainInk } from '#timeline/text-ink.ts';
import { textConsole } from './text-console.ts';
import { textRun } from './text-run.ts';

const done = { kind: 'done' } as const;

/** A run of one process that does this when it is asked. */
async function played(body: string): Promise<Story> {
  const modules = {
    'deployment.ts': `export default { processes: { orders: './orders.ts' }, tables: {} }`,
    'orders.ts': `export default ({ app }) => { app.post('/', () => { ${body} }); }`,
  };
  return storyOfModules(modules, {
    id: 'run',
    play: async ({ customer }) => void (await customer.post('http://orders/', {})),
  });
}

describe('a run in a terminal', () => {
  test('is a timeline, and below it what was printed', async () => {
    const story = await played(`console.log('one', 1); console.error('two\\nlines'); return { status: 204 };`);
    const text = textRun(story, done, { width: 80, ink: plainInk });
    expect(text).toMatch(/^Your run, in calm weather\n\n ms {2}orders\n/);
    expect(text.split('\n').slice(-4)).toEqual([
      'Console  2 lines from the run',
      '1 ms  orders  one 1',
      '1 ms  orders  error two',
      '              lines',
    ]);
  });

  test('says what a handler threw, and where', async () => {
    const story = await played(`throw new Error('no such order');`);
    const seq = story.trace.find(({ kind }) => kind === 'answered')!.seq;
    const placed = { ...story, places: [[seq, { path: 'orders.ts', line: 1, column: 3 }] as const] };
    const files = [{ path: 'orders.ts', text: 'a line of code' }];
    const text = textRun(placed, done, { width: 80, ink: plainInk, files });
    expect(text).toContain('orders answered 500: no such order');
    expect(text).toContain('orders.ts:1:3\n1 │ a line of code\n  │   ^');
  });

  test('that never came to its end says why, without a timeline', () => {
    const text = textRun(
      undefined,
      { kind: 'timed out', afterMs: 1000, because: 'A loop.' },
      { width: 80, ink: plainInk },
    );
    expect(text).toBe('∞ Timed out\n  A loop.');
  });
});

describe('a console in a terminal', () => {
  test('says that nothing was printed', () => {
    expect(textConsole([], 'the run', { width: 80, ink: plainInk })).toBe('Console  no lines from the run');
  });

  test('shows two hundred lines, counts the others, and writes out what would steer the terminal', async () => {
    const story = await played(
      `for (let i = 0; i < 230; i++) console.log('\\u001b[31m\\t' + i); return { status: 204 };`,
    );
    const lines = textConsole(story.trace, 'the run', { width: 80, ink: plainInk }).split('\n');
    expect(lines).toHaveLength(202);
    expect(lines[1]).toMatch(/^1 ms {2}orders {2}\\u001b\[31m {2}0$/);
    expect(lines.at(-1)).toBe('30 more lines are not shown.');
  });
});
