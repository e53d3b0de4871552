import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import type { Demonstrated, EngineState, SandboxEngine } from '#engines/engine.ts';
import type { Ending } from '#grading/ending.ts';
import { createShowroom, type Shown, type ShownJob } from './showroom.ts';

const partitions = (option: string): ShownJob => ({
  kind: 'explore',
  explorable: 'partitions',
  choice: { partitions: option },
});
const crash: ShownJob = { kind: 'break', breakIt: 'too-late', schedule: 'calm' };
const opening: ShownJob = { kind: 'show', story: 'mailed-again' };

/** An engine that ends the play under way when the test says so, and then shows what was chosen. */
function patientEngine() {
  const played: ShownJob[] = [];
  let end: (ending?: Ending) => void = () => {};
  const engine: SandboxEngine = {
    kind: 'embedded',
    state: atom<EngineState>({ kind: 'ready' }),
    boot: async () => {},
    run: (_exercise, _files, job, hear) =>
      new Promise((resolve) => {
        played.push(job as ShownJob);
        end = (ending = { kind: 'done' }) => {
          if (ending.kind === 'done') hear(shows(job as ShownJob));
          resolve(ending);
        };
      }),
    stop: () => {},
    dispose: () => {},
  };
  return { engine, played, end: (ending?: Ending) => end(ending) };
}

const shows = (job: ShownJob): Demonstrated => ({
  kind: 'demonstrated',
  outcome: 'shown',
  says: wordsOf(job),
  story: {
    exercise: 'brokers',
    scenario: 'orders',
    schedule: 'calm',
    trace: [],
    evidence: [],
    windows: [],
    reached: [],
    unreached: [],
    places: [],
    ended: 'returned',
  },
});

function wordsOf(job: ShownJob): string {
  switch (job.kind) {
    case 'explore':
      return job.choice.partitions ?? '';
    case 'break':
      return job.schedule;
    case 'show':
      return job.story;
  }
}

const words = async (shown: Promise<Shown>) => {
  const told = await shown;
  return told.kind === 'demonstrated' ? `${told.says}${told.overtaken ? ', overtaken' : ''}` : told.kind;
};

test('a play under way comes to its end, and after it only the newest asking is played', async () => {
  const { engine, played, end } = patientEngine();
  const showroom = createShowroom(() => engine);
  const asked = ['3', '2', '1'].map((option) => words(showroom.play('brokers', [], partitions(option))));
  expect(played).toEqual([partitions('3')]);
  end();
  expect(await asked[0]).toBe('3, overtaken');
  expect(await asked[1]).toBe('replaced');
  end();
  expect(await asked[2]).toBe('1');
  expect(played).toEqual([partitions('3'), partitions('1')]);
});

test('one demonstration never takes the turn of another', async () => {
  const { engine, played, end } = patientEngine();
  const showroom = createShowroom(() => engine);
  const first = words(showroom.play('brokers', [], partitions('3')));
  const other = words(showroom.play('brokers', [], crash));
  const story = words(showroom.play('brokers', [], opening));
  const newest = words(showroom.play('brokers', [], partitions('2')));
  end();
  expect(await first).toBe('3, overtaken');
  end();
  expect(await other).toBe('calm');
  end();
  expect(await story).toBe('mailed-again');
  end();
  expect(await newest).toBe('2');
  expect(played).toEqual([partitions('3'), crash, opening, partitions('2')]);
});

test('demonstrations of one id and two kinds are two', async () => {
  const { engine, played, end } = patientEngine();
  const showroom = createShowroom(() => engine);
  const before = words(showroom.play('brokers', [], crash));
  const explorable = words(showroom.play('brokers', [], partitions('3')));
  const story = words(showroom.play('brokers', [], { kind: 'show', story: 'partitions' }));
  for (const shown of [before, explorable, story]) {
    end();
    await shown;
  }
  expect([await explorable, await story]).toEqual(['3', 'partitions']);
  expect(played).toHaveLength(3);
});

test('a play that tells nothing is said in words, and the next one is played all the same', async () => {
  const { engine, end } = patientEngine();
  const showroom = createShowroom(() => engine);
  const broken = showroom.play('brokers', [], partitions('3'));
  end({ kind: 'error', because: 'It could not be played. Reload the page.' });
  expect(await broken).toEqual({ kind: 'failed', because: 'It could not be played. Reload the page.' });
  const next = words(showroom.play('brokers', [], partitions('2')));
  end();
  expect(await next).toBe('2');
});
