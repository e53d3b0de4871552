import { expect } from '@playwright/test';
import type { Ending } from '../../src/engines/engine.ts';
import { test } from './engine-page.ts';
import { alone, changed, filesOf } from './learner-files.ts';
import type { Handed } from './page/page.ts';

const start = (body: string) => `export default async function start({ app, broker }) {\n${body}\n}`;
const onPost = (body: string) =>
  start(`  app.post('/orders', async () => {\n${body}\n    return { status: 201 };\n  });`);

interface Case {
  readonly name: string;
  readonly text: string;
  readonly ending: Partial<Ending>;
  readonly says?: RegExp;
  readonly at?: string;
}

const cases: readonly Case[] = [
  {
    name: 'while (true) at the top of a module',
    text: 'const a = [];\nwhile (true) a.length = 0;',
    ending: { kind: 'timed out' },
    says: /^The orders process did not give control back, in calm weather at 0 ms; it was ended after 1 s\. It goes round in orders\.ts, line 2/,
    at: 'orders.ts:2:1',
  },
  {
    name: 'while (true) in a handler',
    text: onPost('    let a = 0;\n    while (true) a++;'),
    ending: { kind: 'timed out' },
    says: /The orders process .* line 4/,
    at: 'orders.ts:4:5',
  },
  {
    name: 'while (true) in a timer',
    text: start('  setTimeout(() => {\n    for (;;) {}\n  }, 10);'),
    ending: { kind: 'timed out' },
    says: /line 3/,
    at: 'orders.ts:3:5',
  },
  {
    name: 'an endless chain of microtasks',
    text: onPost('    while (true) await null;'),
    ending: { kind: 'timed out' },
    says: /each promise leads at once to the next/,
    at: 'orders.ts:3:5',
  },
  {
    name: 'promises that call each other',
    text: start('  const again = async () => {\n    await null;\n    return again();\n  };\n  await again();'),
    ending: { kind: 'timed out' },
    says: /each promise leads at once/,
    at: 'orders.ts:2:',
  },
  {
    name: 'promises that call each other without a block',
    text: start('  const again = (): unknown => Promise.resolve().then(again);\n  await again();'),
    ending: { kind: 'timed out' },
    says: /each promise leads at once/,
    at: 'orders.ts:2:',
  },
  {
    name: 'an endless chain of timers that does nothing',
    text: start('  const again = () => setTimeout(again, 1);\n  again();'),
    ending: { kind: 'done' },
  },
  {
    name: 'an endless chain of timers that never comes to rest',
    text: start(
      "  const again = async () => {\n    await broker.publish('tick', {});\n    setTimeout(again, 1);\n  };\n  void again();",
    ),
    ending: { kind: 'error' },
    says: /orders/,
    at: 'orders.ts:3:18',
  },
  {
    name: 'a recursion without end',
    text: onPost('    const f = (): number => 1 + f();\n    f();'),
    ending: { kind: 'done' },
  },
  {
    name: 'a recursion without end while starting',
    text: start('  const f = (): number => 1 + f();\n  f();'),
    ending: { kind: 'error' },
    says: /call stack/i,
    at: 'orders.ts:2:',
  },
  { name: 'a thrown non-Error', text: start("  throw 'no luck';"), ending: { kind: 'error' }, says: /no luck/ },
  {
    name: 'a thrown object that cannot be shown',
    text: start('  throw { toString() { throw 1 } };'),
    ending: { kind: 'error' },
  },
  {
    name: 'a rejected promise that nobody awaits',
    text: onPost("    void Promise.reject(new Error('left alone'));"),
    ending: { kind: 'error' },
    says: /left alone/,
    at: 'orders.ts:3:',
  },
  {
    name: 'an error while starting',
    text: start('  nothing.here();'),
    ending: { kind: 'error' },
    says: /nothing is not defined/,
    at: 'orders.ts:2:3',
  },
  {
    name: 'an error at the top of a module',
    text: 'const a = undefined;\na.b;\nexport default () => {};',
    ending: { kind: 'error' },
    says: /Cannot read properties/,
    at: 'orders.ts:2:3',
  },
  {
    name: 'no default export',
    text: 'export const a = 1;',
    ending: { kind: 'error' },
    says: /default/,
    at: 'orders.ts:1:1',
  },
  { name: 'a syntax error', text: 'const a = ;\n', ending: { kind: 'did not compile' }, at: 'orders.ts:1:11' },
  {
    name: 'a syntax error that only the browser sees',
    text: 'export default () => {};\nconst a = 1;\nconst a = 2;\n',
    ending: { kind: 'did not compile' },
    says: /already been declared/,
    at: 'orders.ts:3:7',
  },
  {
    name: 'a missing import',
    text: "import { a } from './nowhere.ts';\nexport default () => a;",
    ending: { kind: 'did not compile' },
    says: /nowhere\.ts/,
    at: 'orders.ts:1:',
  },
  {
    name: 'a package that does not exist',
    text: "\nimport express from 'express';\nexport default () => express;",
    ending: { kind: 'did not compile' },
    says: /express/,
    at: 'orders.ts:2:',
  },
  {
    name: 'an allocation that is too large',
    text: start('  const a = new ArrayBuffer(2 ** 45);'),
    ending: { kind: 'error' },
    says: /array buffer/i,
    at: 'orders.ts:2:',
  },
  {
    name: 'an array that only grows',
    text: start('  const all: unknown[] = [];\n  while (true) all.push(new Array(100000).fill(1));'),
    ending: { kind: 'timed out' },
    at: 'orders.ts:3:3',
  },
];

test.describe('a hostile or unlucky program', () => {
  for (const { name, text, ending, says, at } of cases) {
    test(`${name} has its own clear ending, and the next run works`, async ({ engine }) => {
      const { page, ending: endingOf } = engine;
      await page.evaluate(() => {
        Object.assign(globalThis, { longestMs: 0, lookedAt: performance.now() });
        setInterval(() => {
          const now = performance.now();
          Object.assign(globalThis, { longestMs: Math.max(longestMs, now - lookedAt), lookedAt: now });
        }, 10);
      });
      const heard = await endingOf(alone(text), { kind: 'run' });
      expect(heard.ending).toMatchObject(ending);
      if (says) expect(wordsOf(heard.ending)).toMatch(says);
      if (at) expect(placeOf(heard.ending)).toMatch(new RegExp(`^${at}${at.endsWith(':') ? '\\d+' : ''}$`));
      // Far more than it takes: a busy machine is slow, not wrong.
      expect(heard.tookMs).toBeLessThan(30_000);
      expect(await page.evaluate(() => longestMs)).toBeLessThan(3_000);
      const next = await endingOf(filesOf('solution'), { kind: 'run' });
      expect(next.ending).toEqual({ kind: 'done' });
    });
  }

  test('import cycles work', async ({ engine }) => {
    const files = [
      ...alone("import { even } from './even.ts';\nexport default () => console.log(even(10));"),
      {
        path: 'even.ts',
        text: "import { odd } from './odd.ts';\nexport const even = (n: number): boolean => n === 0 || odd(n - 1);",
      },
      {
        path: 'odd.ts',
        text: "import { even } from './even.ts';\nexport const odd = (n: number): boolean => n !== 0 && even(n - 1);",
      },
    ];
    const { told } = await engine.run(files, { kind: 'run' });
    expect(told[0]?.kind === 'story' && told[0].story.trace.find((entry) => entry.kind === 'logged')).toMatchObject({
      text: 'true',
    });
  });

  test('ten thousand console lines arrive cut, and say so', async ({ engine }) => {
    const { told, ending } = await engine.run(
      alone(start('  for (let i = 0; i < 10000; i++) console.log("line", i);')),
      { kind: 'run' },
    );
    expect(ending).toEqual({ kind: 'done' });
    const story = told[0]?.kind === 'story' ? told[0].story : undefined;
    expect(story?.cut).toMatch(
      /printed lines were left out of this story\. Most lines were printed in orders\.ts, line 2\./,
    );
    expect(story?.trace.filter((entry) => entry.kind === 'logged').length).toBeLessThan(600);
    expect(story?.trace.every((entry, index) => entry.seq === index)).toBe(true);
  });

  test('an endless loop in one schedule of a check is named with its story, and what was judged stands', async ({
    engine,
  }) => {
    const confirmation = filesOf('solution').find(({ path }) => path === 'confirmation.ts')!.text;
    const looping = confirmation.replace('if (!first) return;', 'if (!first) for (;;) {}\n');
    const { ending, told } = await engine.run(changed({ 'confirmation.ts': looping }), {
      kind: 'check',
      depth: 'check',
    });
    expect(ending).toMatchObject({ kind: 'timed out', place: { path: 'confirmation.ts' } });
    expect(wordsOf(ending)).toMatch(
      /The confirmation process did not give control back, in the story [a-z]+-[^ ]+ at \d+ ms/,
    );
    expect(told.some((one) => one.kind === 'result' && one.result.outcome === 'passed')).toBe(true);
  });

  test('an endless loop in a pair of faults takes back what had been said to hold', async ({ engine }) => {
    test.setTimeout(120_000);
    // Grace's mail was refused, and a copy of her order's event came: no single fault does both, and no mix happens to.
    const confirmation = filesOf('solution').find(({ path }) => path === 'confirmation.ts')!.text;
    const noting = `  async function note(id: string) {
    await database.insert(notes, { id }, { onConflict: 'do nothing' });
    if ((await database.select(notes, {})).length === 2) for (;;) {}
  }
  async function sendOrNote(message: Parameters<typeof mail.send>[0]) {
    try {
      await mail.send(message);
    } catch (error) {
      if (message.to.startsWith('grace')) await note('refused');
      throw error;
    }
  }
}
`;
    const looping = confirmation
      .replace('await mail.send({', 'await sendOrNote({')
      .replace(
        'if (!first) return;',
        "if (!first) return void (event.email.startsWith('grace') && (await note('copy')));",
      )
      .replace(/\}\n$/, () => noting)
      .replace(/^/, "import { notes } from './schema.ts';\n");
    const schema = filesOf('solution').find(({ path }) => path === 'schema.ts')!.text;
    const files = changed({
      'confirmation.ts': looping,
      'schema.ts': `${schema}\nexport const notes = table('notes', { id: 'text' }, { key: 'id' });\n`,
    });
    const { ending, told } = await engine.run(files, { kind: 'check', depth: 'deep' });
    const held = told.flatMap((one) =>
      one.kind === 'result' && one.result.outcome === 'passed' ? one.result.check : [],
    );
    expect(ending).toMatchObject({ kind: 'timed out', place: { path: 'confirmation.ts' } });
    expect(wordsOf(ending)).toMatch(/in the story [^ ,]+,[^ ]+ at \d+ ms/);
    const { checks = [] } = ending as Extract<Ending, { kind: 'timed out' }>;
    expect(checks.filter((id) => held.includes(id))).not.toEqual([]);
  });

  test('memory that grows step by step ends the frame and not the page, and the next run works', async ({
    fresh: engine,
  }) => {
    test.setTimeout(120_000);
    const hoarder = start(
      "  const all: unknown[] = [];\n  const more = async () => {\n    all.push(new Array(2 ** 21).fill(all.length + 0.5));\n    await broker.publish('tick', {});\n    setTimeout(more, 1);\n  };\n  void more();",
    );
    // The browser's tools take the end of the frame's process for the end of the page, so the page tells its server.
    await engine.page.evaluate(
      async ([bad, good]) => {
        const job = { kind: 'run' } as const;
        const report = (ending: unknown) => fetch(`/report/${encodeURIComponent(JSON.stringify(ending))}`);
        void sandbox
          .run('decouple-confirmation', bad, job, () => {})
          .then(report)
          .then(() => sandbox.run('decouple-confirmation', good, job, () => {}))
          .then(report);
      },
      [alone(hoarder), filesOf('solution')] as const,
    );
    const reports = () =>
      engine.requests
        .filter((path) => path.startsWith('/report/'))
        .map((path) => JSON.parse(decodeURIComponent(path.slice(8))));
    await expect.poll(() => reports().length, { timeout: 90_000 }).toBe(2);
    // Shortly before its end a browser may take longer than a second to look for memory.
    expect(reports()).toMatchObject([
      {
        kind: expect.stringMatching(/^(out of memory|timed out)$/),
        because: expect.stringMatching(/^The (orders process|program) used up all memory|for memory that only grows/),
      },
      { kind: 'done' },
    ]);
  });
});

declare const sandbox: Handed['sandbox'];
declare const longestMs: number;
declare const lookedAt: number;

function wordsOf(ending: Ending): string {
  if (ending.kind === 'did not compile') return ending.problems.map(({ message }) => message).join(' ');
  return 'because' in ending ? ending.because : '';
}

function placeOf(ending: Ending): string {
  const place = ending.kind === 'did not compile' ? ending.problems[0] : 'place' in ending ? ending.place : undefined;
  return place ? `${place.path}:${place.line}:${place.column}` : 'nowhere';
}
