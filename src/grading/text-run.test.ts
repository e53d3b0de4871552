import { describe, expect, test } from 'vitest';
import { storyOfModules } from '#timeline/sample-stories.ts';
import type { Story } from '#timeline/story.ts';
import { plainInk } from '#timeline/text-ink.ts';
import type { Ending } from './ending.ts';
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

describe('the story of a check in a terminal', () => {
  const checks = [{ id: 'one-mail', title: 'Each order gets one mail' }];
  const schedule = 'crash-after@orders:mail:1';
  const told = async (changes: Partial<Story>, ending: Ending = done, plain = false) => {
    const story = await played('return { status: 204 };');
    return textRun({ ...story, check: 'one-mail', ...changes }, ending, { width: 80, ink: plainInk, checks, plain });
  };
  const failed = { outcome: 'failed', because: 'Ada got two mails.' } as const;

  test('is called by its check and its faults, and says what the check says', async () => {
    const text = await told({ schedule, verdict: failed });
    expect(text.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^“Each order gets one mail”, in a story with 1 fault, schedule [a-z]{5}$/),
      schedule,
      '',
      '✗ failed  Ada got two mails.',
    ]);
    expect(await told({ verdict: failed })).toMatch(/^“Each order gets one mail”, with no fault added\n\n✗ failed/);
    expect(await told({ verdict: failed }, done, true)).toContain('\nfailed: Ada got two mails.\n');
  });

  test('says that it passed, and what no program can avoid', async () => {
    const text = await told({ schedule, verdict: { outcome: 'passed', remarks: ['The mail left twice.'] } });
    expect(text).toContain('\n✓ passed  What is promised holds in this story.\n          with a remark: The mail left');
  });

  test('has one verdict, also when a process died of a fault', async () => {
    const place = { path: 'orders.ts', line: 1, column: 1 };
    const ending = { kind: 'error', because: 'The orders process died: oops', place } as const;
    const text = await told({ schedule, verdict: failed }, ending);
    expect(text).toContain('✗ failed  Ada got two mails.\n\nThe orders process died: oops\norders.ts:1:1\n');
    expect(text).not.toContain('! Error');
    const broken = await told({ verdict: { outcome: 'error', because: 'The orders process died: oops' } }, ending);
    expect(broken).toContain('! error  The orders process died: oops\norders.ts:1:1\n');
    expect(broken.match(/died/g)).toHaveLength(1);
  });

  test('says which fault never struck, in words of the terminal', async () => {
    const text = (await told({ schedule, verdict: failed, unreached: ['orders:mail:1'] })).replace(/\s+/g, ' ');
    expect(text).toContain('This story has a fault for a moment that never came: orders sends a mail, 1st time.');
    expect(text).toContain('npm run check finds the stories that fit it.');
  });
});

test('a run under faults says so', async () => {
  const story = { ...(await played('return { status: 204 };')), schedule: 'crash-after@orders:mail:1' };
  const text = textRun(story, done, { width: 80, ink: plainInk });
  expect(text).toMatch(/^Your run, with 1 fault, schedule [a-z]{5}\ncrash-after@orders:mail:1\n/);
});

describe('a console in a terminal', () => {
  test('says that nothing was printed', () => {
    expect(textConsole({ trace: [] }, 'the run', { width: 80, ink: plainInk })).toBe('Console  no lines from the run');
  });

  test('shows two hundred lines, counts the others, and writes out what would steer the terminal', async () => {
    const story = await played(
      `for (let i = 0; i < 230; i++) console.log('\\u001b[31m\\t' + i); return { status: 204 };`,
    );
    const lines = textConsole(story, 'the run', { width: 80, ink: plainInk }).split('\n');
    expect(lines).toHaveLength(202);
    expect(lines[1]).toMatch(/^1 ms {2}orders {2}\\u001b\[31m {2}0$/);
    expect(lines.at(-1)).toBe('30 more lines are not shown.');
    expect(lines[0]).toBe('Console  230 lines from the run');
    const cut = textConsole({ ...story, cutLines: 7_000 }, 'the run', { width: 80, ink: plainInk }).split('\n');
    expect([cut[0], cut.at(-1)]).toEqual(['Console  7230 lines from the run', '7030 more lines are not shown.']);
  });
});
