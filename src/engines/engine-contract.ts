import type { SourceFile } from '#exercise/exercise-data.ts';
import { firstProgress, holds, placeOf, replaced, resultsOf, run, same, storiesOf } from './contract-run.ts';
import type { Job, SandboxEngine } from './engine.ts';

/** What the contract is proven with: an exercise that has a worksheet, and programs for it. */
export interface Material {
  readonly exercise: string;
  readonly checks: readonly string[];
  readonly starter: readonly SourceFile[];
  readonly solution: readonly SourceFile[];
}

/** One promise of every engine, whatever it runs on. `prove` throws a sentence when it is broken. */
export interface Promised {
  readonly name: string;
  readonly prove: (engine: SandboxEngine, material: Material) => Promise<void>;
}

/**
 * The promises of `SandboxEngine`, executable and free of any test runner, so that they can be proven inside a page. Each
 * gets a fresh engine, which its caller disposes of.
 */
export const engineContract: readonly Promised[] = [
  {
    name: 'boots once, however often it is asked to',
    async prove(engine) {
      same(engine.state.get().kind, 'cold');
      await Promise.all([engine.boot(), engine.boot()]);
      await engine.boot();
      same(engine.state.get().kind, 'ready');
    },
  },
  {
    name: 'boots by itself when a job comes first, is busy meanwhile and ready afterwards',
    async prove(engine, material) {
      const states: string[] = [];
      // Booting may have stages.
      engine.state.listen(({ kind }) => kind !== states.at(-1) && states.push(kind));
      const heard = await run(engine, material, material.solution, { kind: 'run' });
      same(heard.ending, { kind: 'done' });
      same(states, ['booting', 'ready', 'busy', 'ready']);
    },
  },
  {
    name: 'tells the story of a run, in calm weather and with source positions',
    async prove(engine, material) {
      const { told } = await run(engine, material, material.solution, { kind: 'run' });
      const [story] = storiesOf(told);
      same([told.length, story?.schedule, story?.check, story?.ended], [1, 'calm', undefined, 'returned']);
      holds(
        story!.trace.length > 20 && story!.trace.every((entry, index) => entry.seq === index),
        'its trace is whole',
      );
      const paths = material.solution.map(({ path }) => path);
      holds(
        story!.places.length > 5 && story!.places.every(([, place]) => paths.includes(place.path)),
        'its places are in the learner’s files',
      );
      holds(story!.reached.length > 5 && story!.unreached.length === 0, 'it says what could have been struck');
    },
  },
  {
    name: 'tells a result for each check, progress, and what was covered',
    async prove(engine, material) {
      const { told, ending } = await run(engine, material, material.solution, { kind: 'check', depth: 'check' });
      same(ending, { kind: 'done' });
      same(
        resultsOf(told)
          .map(({ check, outcome }) => [check, outcome])
          .sort(),
        material.checks.map((check) => [check, 'passed']).sort(),
      );
      const last = told.findLast((one) => one.kind === 'progress');
      holds(
        last?.played === last?.planned && last!.covered.every(({ played, planned }) => played === planned),
        'everything planned was played',
      );
      same(
        last?.covered.filter(({ planned }) => planned > 0).map(({ sort }) => sort),
        ['calm', 'single faults', 'mixes'],
      );
    },
  },
  {
    name: 'never changes its mind on a rerun',
    async prove(engine, material) {
      const job: Job = { kind: 'check', depth: 'check' };
      const first = await run(engine, material, material.starter, job);
      const second = await run(engine, material, material.starter, job);
      same(resultsOf(second.told), resultsOf(first.told));
      holds(
        resultsOf(first.told).some(({ outcome }) => outcome === 'failed'),
        'the starter is not solved',
      );
    },
  },
  {
    name: 'replays the schedule of a failure to the same trace and evidence, with source positions',
    async prove(engine, material) {
      const { told } = await run(engine, material, material.starter, { kind: 'check', depth: 'check' });
      for (const result of resultsOf(told)) {
        if (result.outcome !== 'failed') continue;
        const schedule = result.schedule.length === 0 ? 'calm' : undefined;
        if (schedule === undefined) continue;
        const replayed = await run(engine, material, material.starter, {
          kind: 'replay',
          check: result.check,
          schedule,
        });
        const [story] = storiesOf(replayed.told);
        same([story?.check, story?.evidence, story?.trace], [result.check, result.evidence, result.trace]);
        return;
      }
      throw new Error('The starter fails no check in calm weather, so there is nothing to replay.');
    },
  },
  {
    name: 'says so when a story does not fit the program, or is none',
    async prove(engine, material) {
      const [check] = material.checks as [string];
      const misfit = await run(engine, material, material.solution, {
        kind: 'replay',
        check,
        schedule: 'crash-after@nobody:mail:7',
      });
      same(storiesOf(misfit.told)[0]?.unreached, ['nobody:mail:7']);
      for (const job of [
        { kind: 'replay', schedule: 'nonsense' },
        { kind: 'replay', check: 'no-such-check', schedule: 'calm' },
      ] as const) {
        const { ending, told } = await run(engine, material, material.solution, job);
        same([ending.kind, told.length], ['error', 0]);
      }
    },
  },
  {
    name: 'judges the worksheet’s answers against a run of the program, and no prose',
    async prove(engine, material) {
      const answers = { p50: '1', 'no-such-field': '1', __proto__: 'x' };
      const { told, ending } = await run(engine, material, material.solution, { kind: 'worksheet', answers });
      same(ending, { kind: 'done' });
      const judged = told.find((one) => one.kind === 'judged');
      holds(judged !== undefined && judged.story.trace.length > 20, 'it tells the play that it judged by');
      same(
        judged?.fields.map(({ id }) => id).filter((id) => !Object.hasOwn(answers, id)),
        [],
      );
    },
  },
  {
    name: 'stops the first job when a second comes',
    async prove(engine, material) {
      await engine.boot();
      const first = run(engine, material, material.solution, { kind: 'check', depth: 'deep' });
      await firstProgress(first);
      const second = await run(engine, material, material.solution, { kind: 'run' });
      const told = first.told.length;
      same([(await first).ending, second.ending], [{ kind: 'stopped' }, { kind: 'done' }]);
      same([first.told.length, engine.state.get().kind], [told, 'ready']);
    },
  },
  {
    name: 'stops when told to, and is not surprised when there is nothing to stop',
    async prove(engine, material) {
      engine.stop();
      const job = run(engine, material, material.solution, { kind: 'check', depth: 'deep' });
      await firstProgress(job);
      engine.stop();
      same((await job).ending, { kind: 'stopped' });
      engine.stop();
      same((await run(engine, material, material.solution, { kind: 'run' })).ending, { kind: 'done' });
    },
  },
  {
    name: 'ends a loop that never ends, names the process and the line, and runs the next job',
    async prove(engine, material) {
      const looping = 'export default () => {\n  while (true) {}\n};';
      for (const kind of ['run', 'check'] as const) {
        const job: Job = kind === 'run' ? { kind } : { kind, depth: 'check' };
        const { ending } = await run(engine, material, replaced(material.solution, 'orders.ts', looping), job);
        const place = ending.kind === 'timed out' ? ending.place : undefined;
        same([ending.kind, place], ['timed out', { path: 'orders.ts', line: 2, column: 3 }]);
        holds(ending.kind === 'timed out' && ending.because.includes('orders process'), 'it names the process');
      }
      same((await run(engine, material, material.solution, { kind: 'run' })).ending, { kind: 'done' });
    },
  },
  {
    name: 'tells what did not compile apart from what threw, with file, line and column',
    async prove(engine, material) {
      const broken = await run(
        engine,
        material,
        replaced(material.solution, 'orders.ts', 'export default () => {\n  const a = ;\n};'),
        { kind: 'run' },
      );
      same(
        [broken.ending.kind, placeOf(broken.ending), broken.told.length],
        ['did not compile', ['orders.ts', 2, 13], 0],
      );
      const throwing = await run(
        engine,
        material,
        replaced(material.solution, 'orders.ts', 'export default () => {\n  missing();\n};'),
        { kind: 'check', depth: 'check' },
      );
      same([throwing.ending.kind, placeOf(throwing.ending)], ['error', ['orders.ts', 2, 3]]);
      holds(
        resultsOf(throwing.told).every(({ outcome }) => outcome === 'error'),
        'no check passes or fails',
      );
      const nothing = await run(engine, material, [], { kind: 'run' });
      same(nothing.ending.kind, 'did not compile');
    },
  },
  {
    name: 'says that an exercise does not exist',
    async prove(engine, material) {
      const { ending } = await run(engine, { ...material, exercise: 'no-such-exercise' }, material.solution, {
        kind: 'run',
      });
      same(ending.kind, 'engine failed');
    },
  },
  {
    name: 'ends the job under way when it is disposed of, and takes no other',
    async prove(engine, material) {
      const job = run(engine, material, material.solution, { kind: 'check', depth: 'deep' });
      await firstProgress(job);
      engine.dispose();
      same((await job).ending, { kind: 'stopped' });
      same((await run(engine, material, material.solution, { kind: 'run' })).ending.kind, 'engine failed');
      engine.dispose();
    },
  },
];
