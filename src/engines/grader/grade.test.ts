import { readdirSync, readFileSync } from 'node:fs';
import { firstChoice } from 'lab/authoring';
import { CompileError, compile } from 'lab/compile';
import { describe, expect, it } from 'vitest';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { choiceKey, programFor } from '#exercise/demonstrations.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { demonstratedPrograms } from '#exercise/load-demonstrations.ts';
import { pageTerminalWords, terminalWords } from '#grading/reader-words.ts';
import { playStory } from '#timeline/play-story.ts';
import type { Ending, Job, Told } from '../engine.ts';
import type { Doing } from './doing.ts';
import { exercises } from './exercises.ts';
import { grade, type Load, type Pace } from './grade.ts';

/** In Node a program may be made from text. */
const load: Load = async (files) => {
  try {
    return { kind: 'program', program: compile(new Map(files.map(({ path, text }) => [path, text]))) };
  } catch (error) {
    if (error instanceof CompileError) return { kind: 'problems', problems: error.problems };
    throw error;
  }
};

interface Heard {
  readonly ending: Ending;
  readonly told: readonly Told[];
  readonly doings: readonly Doing[];
}

async function heard(files: readonly SourceFile[], job: Job, pace: Pace = { kind: 'fast' }): Promise<Heard> {
  const told: Told[] = [];
  const doings: Doing[] = [];
  const ears = { tell: (one: Told) => void told.push(one), doing: (one: Doing) => void doings.push(one) };
  const ending = await grade({ exercise: 'decouple-confirmation', files, job, pace }, exercises, load, ears);
  return { ending, told, doings };
}

function filesOf(variant: string, changes: Readonly<Record<string, string>> = {}): SourceFile[] {
  const folder = new URL(`../../../sandboxes/decouple-confirmation/${variant}/`, import.meta.url);
  return readdirSync(folder).map((path) => ({
    path,
    text: changes[path] ?? readFileSync(new URL(path, folder), 'utf8'),
  }));
}

const check: Job = { kind: 'check', depth: 'check' };
const resultsOf = ({ told }: Pick<Heard, 'told'>) => told.flatMap((one) => (one.kind === 'result' ? [one] : []));
const storyOf = ({ told }: Heard) => told.flatMap((one) => (one.kind === 'story' ? [one.story] : []))[0];

describe('the grader', () => {
  it('finds every exercise by its folder', () => {
    expect([...exercises.keys()]).toContain('decouple-confirmation');
  });

  it('tells one result for each check, and how far it is', async () => {
    const done = await heard(filesOf('solution'), check);
    const { checks } = exercises.get('decouple-confirmation')!.exercise;
    expect(done.ending).toEqual({ kind: 'done' });
    expect(
      resultsOf(done)
        .map(({ result }) => [result.check, result.outcome])
        .toSorted(),
    ).toEqual(checks.map(({ id }) => [id, 'passed']).toSorted());
    const progress = done.told.flatMap((one) => (one.kind === 'progress' ? [one] : []));
    expect(progress.at(-1)).toMatchObject({ played: progress.at(-1)?.planned });
    expect(progress.map(({ played }) => played)).toEqual(
      progress.map(({ played }) => played).toSorted((a, b) => a - b),
    );
  });

  it('fails the starter with schedules that replay to the same trace', async () => {
    const graded = await heard(filesOf('starter'), check);
    const failed = resultsOf(graded).flatMap(({ result }) => (result.outcome === 'failed' ? [result] : []));
    expect(failed.length).toBeGreaterThan(0);
    const calm = failed.find(({ schedule }) => schedule.length === 0)!;
    const story = storyOf(await heard(filesOf('starter'), { kind: 'replay', check: calm.check, schedule: 'calm' }));
    expect(story?.trace).toEqual(calm.trace);
    expect(story?.evidence).toEqual(calm.evidence);
    expect(story?.verdict).toEqual({ outcome: 'failed', because: calm.because });
    expect(story?.places.length).toBeGreaterThan(0);
  });

  it('says where a missing file can be had again, in words of the place where it is read', async () => {
    const files = filesOf('solution').filter(({ path }) => path !== 'deployment.ts');
    const asked = { exercise: 'decouple-confirmation', files, job: check, pace: { kind: 'fast' } } as const;
    const ears = { tell: () => {}, doing: () => {} };
    const inPage = await grade(asked, exercises, load, ears);
    const inTerminal = await grade({ ...asked, words: terminalWords }, exercises, load, ears);
    const inPageTerminal = await grade({ ...asked, words: pageTerminalWords }, exercises, load, ears);
    const place = { path: 'deployment.ts', line: 1, column: 1 };
    const problem = (remedy: RegExp) => ({ problems: [{ ...place, message: expect.stringMatching(remedy) }] });
    expect(inPage).toEqual({ kind: 'did not compile', ...problem(/Write one that .* Reset the files/) });
    expect(inTerminal).toEqual({ kind: 'did not compile', ...problem(/Write one that .* zip again/) });
    expect(inPageTerminal).toEqual({ kind: 'did not compile', ...problem(/Write one that .* Reset the files, under/) });
  });

  it('shades the windows of a run', async () => {
    const story = storyOf(await heard(filesOf('solution'), { kind: 'run' }));
    expect(story?.windows.length).toBeGreaterThan(0);
    for (const { opens, closes } of story!.windows) expect(closes).toBeGreaterThan(opens);
  });

  it('judges only what can be judged of a worksheet', async () => {
    const { worksheet } = exercises.get('decouple-confirmation')!.exercise;
    const answers = Object.fromEntries(
      worksheet!.fields.map((field) => [field.id, field.kind === 'choice' ? field.options[0]!.id : '1']),
    );
    const judged = (await heard(filesOf('solution'), { kind: 'worksheet', answers })).told[0];
    const expected = worksheet!.fields.filter(({ kind }) => kind !== 'text').map(({ id }) => id);
    expect(judged?.kind === 'judged' && judged.fields.map(({ id }) => id)).toEqual(expected);
  });

  it('gives an error its line, and errs as a whole only when nothing could be judged', async () => {
    const broken = await heard(filesOf('solution', { 'orders.ts': 'export default () => {\n  missing();\n};' }), check);
    const place = { path: 'orders.ts', line: 2, column: 3 };
    expect(broken.ending).toMatchObject({
      kind: 'error',
      because: expect.stringContaining('missing is not defined'),
      place,
    });
    const lastWords = new Map(resultsOf(broken).map((one) => [one.result.check, one]));
    expect([...lastWords.values()].map(({ result, place: at }) => [result.outcome, at?.line])).toEqual(
      [...lastWords].map(() => ['error', 2]),
    );
    expect(resultsOf(broken)[0]).not.toHaveProperty('place');
  });

  it('says before each batch what it plays and for which checks, without those that are broken', async () => {
    const { doings, told } = await heard(filesOf('starter'), check);
    const batches = doings.flatMap((doing) => (doing.kind === 'playing' ? [doing] : []));
    expect(new Set(batches[0]!.batch.map(({ schedule }) => schedule))).toEqual(new Set(['calm']));
    expect(batches[0]!.checks).toHaveLength(exercises.get('decouple-confirmation')!.exercise.checks.length);
    const brokenCalmly = resultsOf({ told }).flatMap(({ result }) =>
      result.outcome === 'failed' && result.schedule.length === 0 ? [result.check] : [],
    );
    expect(batches.at(-1)!.checks.filter((id) => brokenCalmly.includes(id))).toEqual([]);
  });

  it('plays one batch again, watched closely, and names the process before every step', async () => {
    const last = exercises.get('decouple-confirmation')!.exercise.checks.at(-1)!;
    const scenario = last.scenario.id;
    const batch = ['calm', 'crash-before@orders:commit:1'].map((schedule) => ({ scenario, schedule }));
    const { doings, told } = await heard(filesOf('solution'), check, { kind: 'closely', batch });
    const steps = doings.flatMap((doing) => (doing.kind === 'playing' && doing.step ? [doing] : []));
    expect(new Set(steps.map(({ step }) => step!.process))).toEqual(new Set(['orders', 'relay', 'confirmation']));
    expect(new Set(steps.map(({ step }) => step!.schedule))).toEqual(new Set(batch.map(({ schedule }) => schedule)));
    expect(steps[0]).toMatchObject({ batch: [batch[0]], checks: expect.arrayContaining([last.id]) });
    expect(told).toEqual([]);
  });

  it('says it in words when an exercise, a schedule or a file is not there', async () => {
    const files = filesOf('solution');
    const unknown = await grade({ exercise: 'nowhere', files, job: check, pace: { kind: 'fast' } }, exercises, load, {
      tell: () => {},
      doing: () => {},
    });
    expect(unknown).toMatchObject({ kind: 'engine failed', because: expect.stringContaining('nowhere') });
    expect((await heard(files, { kind: 'replay', schedule: 'crash@@' })).ending).toMatchObject({
      kind: 'error',
      because: expect.stringContaining('is not a schedule'),
    });
    expect((await heard([], { kind: 'run' })).ending).toMatchObject({ kind: 'did not compile' });
  });

  it('takes the blame when it fails itself, and never rejects', async () => {
    const spoiled: Load = async () => {
      throw {
        toString: () => {
          throw new Error('no words');
        },
      };
    };
    const ending = await grade(
      { exercise: 'decouple-confirmation', files: [], job: check, pace: { kind: 'fast' } },
      exercises,
      spoiled,
      { tell: () => {}, doing: () => {} },
    );
    expect(ending).toMatchObject({ kind: 'engine failed', because: expect.stringContaining('cannot be shown') });
  });
});

describe('a demonstration', () => {
  const shown = 'events-vs-commands';
  const { demonstrations } = exercises.get(shown)!;
  const [breakIt] = demonstrations!.breakIts;
  const played = async (files: readonly SourceFile[], job: Job, exercise = shown) => {
    const told: Told[] = [];
    const ending = await grade({ exercise, files, job, pace: { kind: 'fast' } }, exercises, load, {
      tell: (one) => told.push(one),
      doing: () => {},
    });
    return { ending, told: told.flatMap((one) => (one.kind === 'demonstrated' ? [one] : [])) };
  };
  const entry = catalogueEntry(shown);
  const programOf = async (demonstration: string, key: string) =>
    programFor(demonstratedPrograms(await entry), demonstration, key)!;

  it('says what is seen for every choice of its knobs', async () => {
    const { id, knobs } = demonstrations!.explorables[0]!;
    const choice = { way: 'fact', listeners: 'three', crash: 'none' };
    const { ending, told } = await played(await programOf(id, choiceKey(knobs, choice)), {
      kind: 'explore',
      explorable: id,
      choice,
    });
    expect(ending).toEqual({ kind: 'done' });
    expect(told[0]).toMatchObject({ outcome: 'shown', says: expect.stringContaining('She got one mail.') });
    expect(told[0]?.story.trace.length).toBeGreaterThan(0);
  });

  it('opens on what its sentence speaks of', async () => {
    const about = exercises.get('outbox')!.demonstrations!.explorables.find((one) => one.about)!;
    const choice = firstChoice(about.knobs);
    const files = programFor(
      demonstratedPrograms(await catalogueEntry('outbox')),
      about.id,
      choiceKey(about.knobs, choice),
    )!;
    const { told } = await played(files, { kind: 'explore', explorable: about.id, choice }, 'outbox');
    expect(told[0]!.story.evidence.length).toBeGreaterThan(0);
    expect(told[0]!.story.evidence).toEqual(about.about!(told[0]!.story.trace, choice));
  });

  it('that is a story plays as the lesson drew it, and leaves the words to the page', async () => {
    const story = demonstrations!.stories.find(({ id }) => id === 'two-untruths')!;
    const { ending, told } = await played(await programOf(story.id, ''), { kind: 'show', story: story.id });
    expect(ending).toEqual({ kind: 'done' });
    const run = { ...exercises.get(shown)!.exercise, run: story.scenario };
    const drawn = await playStory(run, await programOf(story.id, ''), { schedule: story.schedule });
    expect(told).toMatchObject([{ outcome: 'shown', says: '', story: { schedule: 'calm' } }]);
    expect(told[0]!.story.trace).toEqual(drawn.trace);
  });

  it('of a fault is broken at one place at least and holds at the others, as the places say', async () => {
    const files = await programOf(breakIt!.id, '');
    const outcomes: string[] = [];
    for (const { schedule } of breakIt!.places) {
      const { told } = await played(files, { kind: 'break', breakIt: breakIt!.id, schedule });
      expect(told).toHaveLength(1);
      expect(told[0]!.story.schedule).toBe(schedule);
      expect(told[0]!.story.evidence.length > 0).toBe(told[0]!.outcome === 'broken');
      outcomes.push(told[0]!.outcome);
    }
    expect(new Set(outcomes)).toEqual(new Set(['broken', 'held']));
  });

  it('that is not known, or a place that it does not have, is said in words', async () => {
    const files = await programOf(breakIt!.id, '');
    const jobs: readonly Job[] = [
      { kind: 'explore', explorable: 'nowhere', choice: {} },
      { kind: 'explore', explorable: demonstrations!.explorables[0]!.id, choice: { way: 'fact' } },
      { kind: 'break', breakIt: breakIt!.id, schedule: 'calm' },
      { kind: 'show', story: 'constructor' },
      { kind: 'break', breakIt: 'constructor', schedule: breakIt!.places[0]!.schedule },
    ];
    for (const job of jobs) {
      const { ending, told } = await played(files, job);
      expect(ending).toMatchObject({ kind: 'error', because: expect.stringContaining('Reload the page') });
      expect(told).toEqual([]);
    }
  });
});
