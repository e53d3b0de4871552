import type { Result } from 'lab/authoring';
import { atom } from 'nanostores';
import { beforeEach, expect, test } from 'vitest';
import type { EngineState, Job, SandboxEngine, Told } from '#engines/engine.ts';
import type { PageExercise } from '#exercise/page-exercise.ts';
import type { Ending } from '#grading/ending.ts';
import type { Story } from '#timeline/story.ts';
import { createDraft } from './create-draft.ts';
import { createFakeBrowser } from './fake-browser.ts';
import { createProgress } from './progress.ts';
import { progressOf } from './progress-record.ts';
import { createSession } from './session.ts';
import { packCode } from './shared-code.ts';
import { createDeviceStorage } from './storage.ts';

const exercise: PageExercise = {
  id: 'decouple-confirmation',
  title: 'Take the mail out of the order',
  starter: [{ path: 'orders.ts', text: 'export default 1' }],
  given: [],
  checks: [
    { id: 'apart', title: 'They live apart' },
    { id: 'once', title: 'Each order gets one confirmation' },
  ],
  hints: ['Listen.'],
};

const apart: Result = { check: 'apart', outcome: 'passed', plays: 3, remarks: [] };
const once: Result = { check: 'once', outcome: 'passed', plays: 212, remarks: [] };
const twice: Result = {
  check: 'once',
  outcome: 'failed',
  plays: 9,
  because: 'Ada was confirmed twice.',
  schedule: [{ kind: 'crash', moment: 'after', point: 'confirmation:mail:1' }],
  trace: [],
  evidence: [4, 9],
};

const story = (schedule: string, unreached: readonly string[] = []): Story => ({
  exercise: exercise.id,
  scenario: 'two-orders',
  schedule,
  trace: [],
  evidence: [],
  windows: [],
  reached: [],
  unreached,
  places: [],
  ended: 'returned',
});

/** Answers each job with what the test wrote down for it; a job without an answer waits until it is stopped. */
function scriptedEngine(script: (job: Job) => { readonly told: readonly Told[]; readonly ending?: Ending }) {
  const jobs: Job[] = [];
  let stop = () => {};
  const engine: SandboxEngine = {
    kind: 'embedded',
    state: atom<EngineState>({ kind: 'ready' }),
    boot: async () => {},
    run(_exercise, _files, job, hear) {
      stop();
      jobs.push(job);
      return new Promise((resolve) => {
        stop = () => resolve({ kind: 'stopped' });
        queueMicrotask(() => {
          const { told, ending } = script(job);
          for (const one of told) hear(one);
          if (ending) resolve(ending);
        });
      });
    },
    stop: () => stop(),
    dispose: () => {},
  };
  return { engine, jobs };
}

const done: Ending = { kind: 'done' };
const results = (...all: Result[]): Told[] => all.map((result) => ({ kind: 'result', result }));
let storage = createDeviceStorage(createFakeBrowser().openTab().backing);

beforeEach(() => {
  storage = createDeviceStorage(createFakeBrowser().openTab().backing);
});

function open(script: Parameters<typeof scriptedEngine>[0]) {
  const { engine, jobs } = scriptedEngine(script);
  const draft = createDraft(exercise.id, exercise.starter, { storage });
  const progress = createProgress(storage);
  const session = createSession({ exercise, draft, engine, progress, now: () => 7 });
  const kept = () => progressOf(progress.all.get(), exercise.id);
  return { session, draft, jobs, progress, kept };
}

test('a run shows its story and ends idle', async () => {
  const { session } = open(() => ({ told: [{ kind: 'story', story: story('calm') }], ending: done }));
  const running = session.run();
  expect(session.activity.get()).toMatchObject({ kind: 'busy', job: { kind: 'run' } });
  await running;
  expect(session.activity.get()).toEqual({ kind: 'idle' });
  expect(session.showing.get()).toMatchObject({ kind: 'story', link: { schedule: 'calm' } });
});

test('a run that breaks off says how', async () => {
  const ending: Ending = { kind: 'did not compile', problems: [] };
  const { session } = open(() => ({ told: [], ending }));
  await session.run();
  expect(session.showing.get()).toEqual({ kind: 'broken off', link: { schedule: 'calm' }, ending });
  expect(session.ended.get()).toEqual({ job: 'run', ending });
});

test('a check that all pass is kept as progress, with the code that passed', async () => {
  const { session, draft, progress, kept } = open(() => ({ told: results(apart, once), ending: done }));
  draft.write('orders.ts', 'export default 2');
  await session.check('check');
  expect(session.solved.get()).toBe(true);
  expect(kept().solved).toMatchObject({ helped: false });
  draft.write('orders.ts', 'export default 3');
  expect(session.solved.get()).toBe(false);
  expect(session.outdated.get()).toBe(true);
  expect(progress.passedCode(exercise.id)).toEqual([{ path: 'orders.ts', text: 'export default 2' }]);
});

test('a failed check is shown as the story that breaks it', async () => {
  const { session, jobs, kept } = open((job) =>
    job.kind === 'check'
      ? { told: results(apart, twice), ending: done }
      : { told: [{ kind: 'story', story: story('crash-after@confirmation:mail:1') }], ending: done },
  );
  await session.check('check');
  expect(jobs[1]).toEqual({ kind: 'replay', check: 'once', schedule: 'crash-after@confirmation:mail:1' });
  expect(session.showing.get()).toMatchObject({ kind: 'story', link: { check: 'once' } });
  expect(Object.keys(kept().checks)).toEqual(['apart']);
  expect(kept().solved).toBeUndefined();
});

test('a check that was stopped promises nothing, though every result so far passed', async () => {
  const { session, kept } = open(() => ({ told: results(apart, once) }));
  const checking = session.check('deep');
  await Promise.resolve();
  session.stop();
  await checking;
  expect(session.grade.get()).toMatchObject({ kind: 'checked', ending: { kind: 'stopped' }, depth: 'deep' });
  expect(session.solved.get()).toBe(false);
  expect(kept().checks).toEqual({});
});

test('a pass that Check deeply takes back is a failure', async () => {
  const { session } = open((job) =>
    job.kind === 'check' ? { told: results(apart, once, twice), ending: done } : { told: [], ending: done },
  );
  await session.check('deep');
  expect(session.grade.get()).toMatchObject({ results: [{ check: 'apart' }, { check: 'once', outcome: 'failed' }] });
});

test('whoever hears that a check has ended finds its grade', async () => {
  const { session } = open(() => ({ told: results(apart, once), ending: done }));
  const heard: string[] = [];
  session.ended.listen((ended) => ended && heard.push(`${ended.job}: ${session.grade.get().kind}`));
  await session.check('check');
  expect(heard).toEqual(['check: checked']);
});

test('a second check replaces the first, and the first says nothing more', async () => {
  let asked = 0;
  const { session } = open(() => (++asked === 1 ? { told: [] } : { told: results(apart, once), ending: done }));
  const first = session.check('check');
  await session.check('check');
  await first;
  expect(session.grade.get()).toMatchObject({ kind: 'checked', ending: done });
  expect(session.activity.get()).toEqual({ kind: 'idle' });
});

test('a check that a run has replaced says so, and is not said to have been stopped', async () => {
  const { session } = open((job) => (job.kind === 'check' ? { told: results(apart) } : { told: [], ending: done }));
  const first = session.check('check');
  await Promise.resolve();
  await session.run();
  await first;
  expect(session.grade.get()).toMatchObject({
    kind: 'checked',
    ending: { kind: 'stopped', by: 'another job' },
    results: [{ check: 'apart' }],
  });
});

test('a comparison that a check has replaced says so', async () => {
  const { session } = open((job) =>
    job.kind === 'worksheet' ? { told: [] } : { told: results(apart, once), ending: done },
  );
  const first = session.compare({});
  await session.check('check');
  await first;
  expect(session.comparison.get()).toEqual({ kind: 'broken off', ending: { kind: 'stopped', by: 'another job' } });
});

test('a story in the address is offered and not played', async () => {
  const { session, jobs } = open(() => ({ told: [], ending: done }));
  expect(session.offer('#window')).toBe(false);
  expect(session.offer('#story=once/crash-after@confirmation:mail:1')).toBe(true);
  expect(session.showing.get()).toMatchObject({ kind: 'offered' });
  session.offer('#story=nobody/calm');
  expect(session.showing.get()).toMatchObject({ kind: 'refused' });
  expect(jobs).toEqual([]);
});

test('code that came with a link stays on offer until there is room for a copy of what it replaces', async () => {
  const browser = createFakeBrowser();
  storage = createDeviceStorage(browser.openTab().backing);
  const { session, draft } = open(() => ({ told: [], ending: done }));
  draft.write('orders.ts', '// mine');
  session.offer(`#story=run/calm&code=${packCode([{ path: 'orders.ts', text: '// theirs' }])}`);
  browser.fill();
  await session.openOffered();
  expect(draft.files.get()[0]?.text).toBe('// mine');
  expect(session.showing.get()).toMatchObject({ kind: 'offered', packed: expect.any(String) });
  browser.empty();
  await session.openOffered();
  expect(draft.files.get()[0]?.text).toBe('// theirs');
  expect(session.showing.get()).toEqual({ kind: 'offered', link: expect.anything() });
});

test('a story that never fits the code is told as a misfit', async () => {
  const { session } = open(() => ({
    told: [{ kind: 'story', story: story('crash-after@confirmation:mail:2', ['confirmation:mail:2']) }],
    ending: done,
  }));
  await session.play({ check: 'once', schedule: 'crash-after@confirmation:mail:2' });
  expect(session.showing.get()).toMatchObject({
    misfit: expect.stringContaining('confirmation sends a mail, 2nd time'),
  });
});

test('answers are compared with a run, and kept beside what was judged', async () => {
  const fields = [{ id: 'p50', outcome: 'right', because: 'It was 45 ms.', evidence: [] }] as const;
  const { session } = open(() => ({ told: [{ kind: 'judged', fields, story: story('calm') }], ending: done }));
  await session.compare({ p50: '45' });
  expect(session.comparison.get()).toMatchObject({ kind: 'compared', fields, answers: { p50: '45' } });
});

test('a comparison that breaks off says how', async () => {
  const { session } = open(() => ({
    told: [],
    ending: { kind: 'timed out', afterMs: 1_000, because: 'It never ended.' },
  }));
  await session.compare({});
  expect(session.comparison.get()).toMatchObject({ kind: 'broken off', ending: { kind: 'timed out' } });
});
