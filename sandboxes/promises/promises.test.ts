import { type Check, failed, is, passed } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import type { CatalogueEntry } from '../catalogue.ts';
import type { SourceFile } from '../source-files.ts';
import { everyCheckCatches } from './every-check-catches.ts';
import { knobHolds } from './knob-holds.ts';
import { nothingPassesNothing } from './nothing-passes-nothing.ts';
import { repeatsItself } from './repeats-itself.ts';
import { rightProgramsPass } from './right-programs-pass.ts';
import { starterIsUnsolved } from './starter-is-unsolved.ts';
import { wrongProgramsFail } from './wrong-programs-fail.ts';

/** One service that has to greet by mail, and one check. */
const greets: Check = {
  id: 'greets',
  title: 'Somebody who comes is greeted by mail',
  scenario: {
    id: 'somebody-comes',
    play: async ({ customer, settled }) => {
      await customer.post('http://greeter/come', { email: 'ada@example.org' });
      await settled();
    },
  },
  scope: [],
  verdict: (trace) => (trace.some(is('mailed')) ? passed() : failed('Nobody was greeted.')),
};
const greeting = program("await mail.send({ to: 'ada@example.org', subject: 'Hello', text: 'Come in.' });");
const silent = program('');
const shouting = program("throw new Error('go away');");

const entry: CatalogueEntry = {
  exercise: {
    id: 'greet',
    title: 'Greet',
    tabs: ['greeter.ts', 'deployment.ts'],
    given: [],
    hints: [],
    run: greets.scenario,
    checks: [greets],
    mixes: 4,
  },
  starter: silent,
  solution: greeting,
  alternatives: [{ slug: 'politely', files: greeting }],
  wrong: [
    {
      slug: 'shouts',
      belief: 'a greeting is a noise',
      over: 'solution',
      files: shouting,
      fails: [{ check: 'greets', words: 'Nobody' }],
    },
  ],
  shown: [],
  demonstrations: { stories: [], predictions: [], explorables: [], breakIts: [] },
  reference: [],
};

describe('an exercise that keeps its promises', () => {
  test('gives no cause for complaint', async () => {
    expect(await starterIsUnsolved(entry)).toEqual([]);
    expect(await rightProgramsPass(entry)).toEqual([]);
    expect(await wrongProgramsFail(entry)).toEqual([]);
    expect(await nothingPassesNothing(entry)).toEqual([]);
    expect(everyCheckCatches(entry)).toEqual([]);
    expect(await repeatsItself(entry)).toEqual([]);
  });
});

describe('an exercise that breaks one is told so, with the remedy', () => {
  test('a starter that is solved', async () => {
    expect(await starterIsUnsolved({ ...entry, starter: greeting })).toEqual([
      expect.stringContaining('The starter passes every check'),
    ]);
  });

  test('a starter that holds what it is not said to hold', async () => {
    const mistaken = { ...entry, exercise: { ...entry.exercise, heldAtFirst: ['greets'] } };
    expect(await starterIsUnsolved(mistaken)).toEqual([expect.stringContaining('write heldAtFirst: []')]);
  });

  test('a starter that cannot run', async () => {
    const broken = [silent[0]!, { path: 'deployment.ts', text: "throw new Error('no machine to run on');" }];
    expect(await starterIsUnsolved({ ...entry, starter: broken })).toEqual([
      expect.stringContaining('The starter cannot run'),
    ]);
  });

  test('a solution that does not pass', async () => {
    expect(await rightProgramsPass({ ...entry, solution: silent })).toEqual([
      'The solution does not pass: greets failed: Nobody was greeted.',
    ]);
  });

  test('an alternative that does not pass', async () => {
    expect(await rightProgramsPass({ ...entry, alternatives: [{ slug: 'mumbles', files: silent }] })).toEqual([
      'The alternative mumbles does not pass: greets failed: Nobody was greeted.',
    ]);
  });

  test('a wrong solution that passes', async () => {
    expect(await wrongProgramsFail(withWrong({ files: greeting }))).toEqual([
      'wrong/shouts passes greets: sharpen the check, or take "// Fails greets" away.',
    ]);
  });

  test('a wrong solution that fails for another reason', async () => {
    expect(await wrongProgramsFail(withWrong({ fails: [{ check: 'greets', words: 'twice' }] }))).toEqual([
      'wrong/shouts fails greets without the words "twice": Nobody was greeted.',
    ]);
  });

  test('a wrong solution that fails a check it does not name', async () => {
    expect(await wrongProgramsFail(withWrong({ fails: [] }))).toEqual([
      'wrong/shouts fails greets, which it does not name: Nobody was greeted.',
    ]);
  });

  test('a check that rewards silence', async () => {
    const lenient = withCheck({ ...greets, verdict: () => passed() });
    expect(await nothingPassesNothing(lenient)).toEqual([
      'A program that does nothing passes greets: demand in calm weather that something happened.',
    ]);
  });

  test('a check that catches nobody', () => {
    expect(everyCheckCatches({ ...entry, wrong: [] })).toEqual([
      expect.stringContaining('No wrong solution fails greets'),
    ]);
  });

  test('a knob whose numbers do not rise, or that begins where it cannot', () => {
    const knob = (begins: string, ...ids: readonly string[]) => ({
      id: 'every',
      label: 'Every',
      begins,
      options: ids.map((id) => ({ id, label: `${id} ms` })),
    });
    expect(knobHolds('It', knob('20', '10', '20', '1_000'))).toEqual([]);
    expect(knobHolds('It', knob('20', '20', '10'))).toEqual([
      "It: the options of the knob every are 20, 10. Put them in rising order, and say begins: '20'.",
    ]);
    expect(knobHolds('It', knob('30', 'now', 'later'))).toEqual([
      'It: the knob every begins with 30, which is none of now, later.',
    ]);
  });

  test('a verdict that changes its mind', async () => {
    let asked = 0;
    const moody = withCheck({ ...greets, verdict: () => failed(`Asked ${++asked} times.`) });
    expect(await repeatsItself(moody)).toContain('greets under calm gave 100 different plays.');
  });
});

function program(work: string): readonly SourceFile[] {
  return [
    {
      path: 'greeter.ts',
      text: `import type { Platform } from 'lab';
export default function start({ app, mail }: Platform) {
  app.post('/come', async () => { ${work} return { status: 204 }; });
}`,
    },
    { path: 'deployment.ts', text: "export default { processes: { greeter: './greeter.ts' }, tables: {} };" },
  ];
}

function withCheck(check: Check): CatalogueEntry {
  return { ...entry, exercise: { ...entry.exercise, checks: [check] } };
}

function withWrong(changes: Partial<CatalogueEntry['wrong'][number]>): CatalogueEntry {
  return { ...entry, wrong: [{ ...entry.wrong[0]!, ...changes }] };
}
