import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { AuthorMistake } from './author-mistake.ts';
import { exercises, readExercise } from './catalogue.ts';
import { withoutHeader } from './wrong-solution.ts';

type Files = Readonly<Record<string, string | undefined>>;

const EXERCISE = `export default {
  id: 'greet', title: 'Greet', tabs: ['greeter.ts', 'deployment.ts'], given: [], hints: [], mixes: 4,
  run: { id: 'calm', play: async () => {} },
  checks: [{ id: 'greets', title: 'Greets', scenario: { id: 'calm', play: async () => {} }, scope: [], verdict: () => {} }],
};`;

/** An exercise in which nothing is wrong. */
const whole: Files = {
  'exercise.ts': EXERCISE,
  'checks.ts': "import { come } from './checks/come.ts';",
  'checks/come.ts': "import { story } from '../story.ts';\nexport const come = 1;",
  'story.ts': 'export const story = 1;',
  'hints.ts': 'the answer',
  'checks.test.ts': 'a test',
  'starter/deployment.ts': 'deployment',
  'starter/greeter.ts': 'starter',
  'solution/deployment.ts': 'deployment',
  'solution/greeter.ts': 'solution',
  'solution/words.ts': 'words',
  'alternative/politely/deployment.ts': 'deployment',
  'alternative/politely/greeter.ts': 'alternative',
  'wrong/shouts/greeter.ts': '// Wrong: a greeting is a noise.\n// Fails greets: nobody came\nshout();',
};

const places: string[] = [];
afterAll(() => Promise.all(places.map((place) => rm(place, { recursive: true }))));

describe('an exercise that is whole', () => {
  test('is read with its programs, tabs first', async () => {
    const entry = await readExercise(await exerciseWith({}));
    expect(entry.exercise.id).toBe('greet');
    expect(entry.starter.map((file) => file.path)).toEqual(['greeter.ts', 'deployment.ts']);
    expect(entry.solution.map((file) => file.path)).toEqual(['greeter.ts', 'deployment.ts', 'words.ts']);
    expect(entry.alternatives.map(({ slug }) => slug)).toEqual(['politely']);
  });

  test('has wrong solutions laid over their base, with belief and reasons', async () => {
    const { wrong } = await readExercise(
      await exerciseWith({
        'wrong/mumbles/greeter.ts':
          '// Wrong: nobody listens anyway.\n// Over: alternative/politely\n// Fails greets: not: heard\nmumble();',
      }),
    );
    expect(wrong.map(({ slug, belief, over, fails }) => ({ slug, belief, over, fails }))).toEqual([
      {
        slug: 'mumbles',
        belief: 'nobody listens anyway.',
        over: 'alternative/politely',
        fails: [{ check: 'greets', words: 'not: heard' }],
      },
      {
        slug: 'shouts',
        belief: 'a greeting is a noise.',
        over: 'solution',
        fails: [{ check: 'greets', words: 'nobody came' }],
      },
    ]);
    expect(wrong[0]!.files.map(({ path, text }) => [path, text.slice(0, 8)])).toEqual([
      ['greeter.ts', '// Wrong'],
      ['deployment.ts', 'deployme'],
    ]);
    expect(wrong[1]!.files.map((file) => file.path)).toEqual(['greeter.ts', 'deployment.ts', 'words.ts']);
    expect(withoutHeader(wrong[1]!.files[0]!.text)).toBe('shout();');
  });

  test('lets learners look into the lab and the checks, not into answers or tests', async () => {
    const { reference } = await readExercise(await exerciseWith({}));
    expect(reference.map((file) => file.path)).toEqual([
      'greet/checks.ts',
      'greet/checks/come.ts',
      'greet/story.ts',
      'lab/lab.ts',
    ]);
  });

  test('is found beside the lab', async () => {
    const folder = await exerciseWith({});
    expect((await exercises(dirname(folder))).map(({ exercise }) => exercise.id)).toEqual(['greet']);
  });
});

describe('a mistake of the author stops the build with its remedy', () => {
  test.each([
    ['a missing folder', without('wrong/'), 'has no folder wrong/: add it'],
    ['a missing alternative', without('alternative/'), 'has no folder alternative/: add it'],
    ['a missing starter', without('starter/'), 'has no folder starter/: add it'],
    ['no exercise.ts', without('exercise.ts'), 'has no exercise.ts: add it, or move the folder away'],
    ['no default export', { 'exercise.ts': 'export const id = 1;' }, 'export the exercise as default'],
    ['an id that is not the folder', { 'exercise.ts': EXERCISE.replace("'greet'", "'great'") }, 'calls itself great'],
    [
      'a check id used twice',
      { 'exercise.ts': EXERCISE.replace('checks: [{', "checks: [{ id: 'greets' }, {") },
      'uses the id greets for more than one check',
    ],
    [
      'a field id used twice',
      {
        'exercise.ts': EXERCISE.replace('mixes: 4', "mixes: 4, worksheet: { fields: [{ id: 'p50' }, { id: 'p50' }] }"),
      },
      'uses the id p50 for more than one field',
    ],
    [
      'a tab without a file',
      { 'exercise.ts': EXERCISE.replace("['greeter.ts', ", "['greeter.ts', 'words.ts', ") },
      'has a tab words.ts without a file',
    ],
    ['a file without a tab', { 'starter/words.ts': 'words' }, 'has no tab for starter/words.ts'],
    [
      'a given file that is no tab',
      { 'exercise.ts': EXERCISE.replace('given: []', "given: ['words.ts']") },
      'gives words.ts, which is no tab',
    ],
    [
      'a wrong solution without a header',
      { 'wrong/shouts/greeter.ts': 'shout();' },
      'wrong/shouts has no file beginning with "// Wrong: ',
    ],
    [
      'a wrong solution with two headers',
      { 'wrong/shouts/words.ts': '// Wrong: words are noises.\n// Fails greets: nobody' },
      'has 2 files (greeter.ts, words.ts) beginning with',
    ],
    [
      'a wrong solution that names no check',
      { 'wrong/shouts/greeter.ts': '// Wrong: a greeting is a noise.\nshout();' },
      'wrong/shouts names no check: add "// Fails',
    ],
    [
      'a wrong solution that names an unknown check',
      { 'wrong/shouts/greeter.ts': '// Wrong: a greeting is a noise.\n// Fails smiles: nobody\n' },
      'names the check smiles, which does not exist: use one of greets',
    ],
    [
      'a wrong solution over an unknown base',
      { 'wrong/shouts/greeter.ts': '// Wrong: a noise.\n// Over: alternative/rudely\n// Fails greets: nobody\n' },
      'laid over alternative/rudely, which is not there: name one of solution, starter, alternative/politely',
    ],
    [
      'a wrong solution that repeats a file of its base',
      { 'wrong/shouts/words.ts': 'words' },
      'wrong/shouts/words.ts is the same as in solution: delete it',
    ],
    ['a loose file among the wrong solutions', { 'wrong/notes.ts': 'notes' }, 'wrong/notes.ts is no folder'],
  ] satisfies readonly (readonly [string, Files, string])[])('%s', async (_, changes, sentence) => {
    const reading = readExercise(await exerciseWith(changes));
    await expect(reading).rejects.toThrow(AuthorMistake);
    await expect(reading).rejects.toThrow(sentence);
  });

  test('a folder that is no exercise', async () => {
    const folder = await exerciseWith({});
    await mkdir(join(dirname(folder), 'leftovers'));
    await expect(exercises(dirname(folder))).rejects.toThrow('The exercise leftovers has no folder starter/');
  });
});

/** Every file of the whole exercise that begins so, taken away. */
function without(start: string): Files {
  return Object.fromEntries(
    Object.keys(whole)
      .filter((path) => path.startsWith(start))
      .map((path) => [path, undefined]),
  );
}

/** Writes the whole exercise with these changes beside a small lab; answers its folder. */
async function exerciseWith(changes: Files): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'sandboxes-'));
  places.push(place);
  await write(join(place, 'lab', 'lab.ts'), 'the lab');
  for (const [path, text] of Object.entries({ ...whole, ...changes })) {
    if (text !== undefined) await write(join(place, 'greet', path), text);
  }
  return join(place, 'greet');
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
