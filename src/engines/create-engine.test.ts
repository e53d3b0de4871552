import { describe, expect, it } from 'vitest';
import { createEngine, type EngineParts, type JobUnderWay } from './create-engine.ts';
import type { Ending, EngineState, SandboxEngine, Told } from './engine.ts';

interface Place {
  readonly number: number;
}

/** An engine whose every step waits until the test lets it go on. */
function engineByHand(parts: Partial<EngineParts<Place>> = {}) {
  const opens: Later<Place>[] = [];
  const jobs: (Later<Ending> & JobUnderWay & { readonly place: Place })[] = [];
  const closed: Place[] = [];
  const engine = createEngine<Place>({
    kind: 'embedded',
    open: () => {
      const opening = later<Place>();
      opens.push(opening);
      return opening.promise;
    },
    perform: (place, job) => {
      const ending = later<Ending>();
      jobs.push({ ...ending, ...job, place });
      return Promise.race([ending.promise, job.stopped.then((): Ending => ({ kind: 'stopped' }))]);
    },
    close: (place) => closed.push(place),
    ...parts,
  });
  const states: string[] = [];
  engine.state.listen(({ kind }) => states.push(kind));
  return { engine, opens, jobs, closed, states };
}

const run = (engine: SandboxEngine, hear: (told: Told) => void = () => {}) =>
  engine.run('x', [], { kind: 'run' }, hear);
const first: Place = { number: 1 };
const second: Place = { number: 2 };
const progress: Told = { kind: 'progress', played: 0, planned: 1, covered: [] };

describe('opening', () => {
  it('happens once for all who ask meanwhile', async () => {
    const { engine, opens, states } = engineByHand();
    const boots = [engine.boot(), engine.boot()];
    await settled();
    expect([opens.length, states]).toEqual([1, ['booting']]);
    opens[0]!.resolve(first);
    await Promise.all([...boots, engine.boot()]);
    expect([opens.length, states]).toEqual([1, ['booting', 'ready']]);
  });

  it('that fails is said, and tried again with the next job', async () => {
    const { engine, opens, jobs } = engineByHand();
    const failing = run(engine);
    await settled();
    opens[0]!.reject(new Error('No room.'));
    expect(await failing).toEqual({ kind: 'engine failed', because: 'No room.' });
    expect(engine.state.get()).toEqual({ kind: 'unavailable', because: 'No room.' });
    const succeeding = run(engine);
    await settled();
    opens[1]!.resolve(first);
    await settled();
    jobs[0]!.resolve({ kind: 'done' });
    expect(await succeeding).toEqual({ kind: 'done' });
  });

  it('says its stages, and none any more once it is over or given up', async () => {
    const told: ((words: string) => void)[] = [];
    const opened = later<Place>();
    const { engine } = engineByHand({
      open: (stage) => {
        told.push(stage);
        return opened.promise;
      },
    });
    const booting = engine.boot();
    await settled();
    told[0]!('Fetching');
    expect(engine.state.get()).toEqual({ kind: 'booting', stage: 'Fetching' });
    engine.dispose();
    told[0]!('Starting');
    expect(engine.state.get()).toEqual({ kind: 'cold' });
    opened.resolve(first);
    await booting;
    expect(engine.state.get()).toEqual({ kind: 'cold' });
  });
});

describe('stopping', () => {
  it('ends a job whose place is still being opened, and the place stays', async () => {
    const { engine, opens, jobs } = engineByHand();
    const job = run(engine);
    await settled();
    engine.stop();
    expect(await job).toEqual({ kind: 'stopped' });
    opens[0]!.resolve(first);
    await settled();
    expect([engine.state.get(), jobs.length]).toEqual([{ kind: 'ready' }, 0]);
  });

  it('ends a job that is just being begun, whoever asks for it', async () => {
    for (const end of ['stop', 'dispose'] as const) {
      const { engine, opens, jobs, states } = engineByHand();
      engine.state.listen(({ kind }) => kind === 'ready' && engine[end]());
      const job = run(engine);
      await settled();
      opens[0]!.resolve(first);
      expect(await job).toEqual({ kind: 'stopped' });
      expect([jobs.length, states.includes('busy')]).toEqual([0, false]);
      expect(engine.state.get().kind).toBe(end === 'stop' ? 'ready' : 'cold');
    }
  });

  it('ends the job before when another comes, even while the place is being opened', async () => {
    const { engine, opens, jobs } = engineByHand();
    const [one, other] = [run(engine), run(engine)];
    expect(await one).toEqual({ kind: 'stopped' });
    opens[0]!.resolve(first);
    await settled();
    jobs[0]!.resolve({ kind: 'done' });
    expect([await other, jobs.length]).toEqual([{ kind: 'done' }, 1]);
  });

  it('silences the job at once', async () => {
    const { engine, opens, jobs } = engineByHand();
    const told: Told[] = [];
    const job = run(engine, (one) => told.push(one));
    await settled();
    opens[0]!.resolve(first);
    await settled();
    jobs[0]!.hear(progress);
    engine.stop();
    jobs[0]!.hear(progress);
    expect([await job, told]).toEqual([{ kind: 'stopped' }, [progress]]);
    expect(engine.state.get()).toEqual({ kind: 'ready' });
  });
});

describe('disposing', () => {
  it('while the place is being opened ends the job, and closes the place when it comes', async () => {
    const { engine, opens, closed } = engineByHand();
    const job = run(engine);
    await settled();
    engine.dispose();
    expect(await job).toEqual({ kind: 'stopped' });
    expect(closed).toEqual([]);
    opens[0]!.resolve(first);
    await settled();
    expect([closed, engine.state.get()]).toEqual([[first], { kind: 'cold' }]);
  });

  it('while the opening fails stays disposed of', async () => {
    const { engine, opens, closed } = engineByHand();
    const booting = engine.boot();
    await settled();
    engine.dispose();
    opens[0]!.reject(new Error('No room.'));
    await booting;
    expect([closed, engine.state.get()]).toEqual([[], { kind: 'cold' }]);
    expect((await run(engine)).kind).toBe('engine failed');
    await engine.boot();
    expect(opens.length).toBe(1);
  });
});

describe('a place that is lost', () => {
  it('in the middle of a job that all the same comes to its end is said to be gone after it', async () => {
    const loss = later<string>();
    const { engine, opens, jobs } = engineByHand({ lost: () => loss.promise });
    await openedBy(engine, opens, first);
    const job = run(engine);
    await settled();
    loss.resolve('It has gone.');
    await settled();
    jobs[0]!.resolve({ kind: 'done' });
    expect(await job).toEqual({ kind: 'done' });
    expect(engine.state.get()).toEqual({ kind: 'unavailable', because: 'It has gone.' });
    void run(engine);
    await settled();
    opens[1]!.resolve(second);
    await settled();
    jobs[1]!.resolve({ kind: 'done' });
    await settled();
    expect(engine.state.get().kind).toBe('ready');
  });

  it('in the middle of a job is said, and another is opened for the next', async () => {
    const { engine, opens, jobs } = engineByHand({ isLost: (error) => String(error).includes('gone') });
    const job = run(engine);
    await settled();
    opens[0]!.resolve(first);
    await settled();
    jobs[0]!.reject(new Error('It is gone.'));
    expect(await job).toEqual({ kind: 'engine failed', because: 'It is gone.' });
    expect(engine.state.get()).toEqual({ kind: 'unavailable', because: 'It is gone.' });
    const next = run(engine);
    await settled();
    opens[1]!.resolve(second);
    await settled();
    jobs[1]!.resolve({ kind: 'done' });
    expect([await next, jobs[1]!.place]).toEqual([{ kind: 'done' }, second]);
  });

  it('is not lost by an error that says nothing of the kind', async () => {
    const { engine, opens, jobs } = engineByHand();
    const job = run(engine);
    await settled();
    opens[0]!.resolve(first);
    await settled();
    jobs[0]!.reject(new Error('Odd.'));
    expect(await job).toEqual({ kind: 'engine failed', because: 'Odd.' });
    expect(engine.state.get()).toEqual({ kind: 'ready' });
    void run(engine);
    await settled();
    expect([opens.length, jobs[1]!.place]).toEqual([1, first]);
  });

  it('while nobody uses it is said at once, and another is opened for the next job', async () => {
    const losses: Later<string>[] = [];
    const { engine, opens, jobs } = engineByHand({
      lost: () => {
        losses.push(later<string>());
        return losses.at(-1)!.promise;
      },
    });
    await openedBy(engine, opens, first);
    losses[0]!.resolve('It is gone.');
    await settled();
    expect(engine.state.get()).toEqual({ kind: 'unavailable', because: 'It is gone.' } satisfies EngineState);
    const next = run(engine);
    await settled();
    opens[1]!.resolve(second);
    await settled();
    jobs[0]!.resolve({ kind: 'done' });
    expect([await next, jobs[0]!.place]).toEqual([{ kind: 'done' }, second]);
  });

  it('while a job runs in it leaves it to the job to say so', async () => {
    const loss = later<string>();
    const { engine, opens, jobs } = engineByHand({ lost: () => loss.promise, isLost: () => true });
    await openedBy(engine, opens, first);
    const job = run(engine);
    await settled();
    loss.resolve('It is gone.');
    await settled();
    expect(engine.state.get()).toEqual({ kind: 'busy', job: 'run' });
    jobs[0]!.reject(new Error('It is gone, says the job.'));
    await job;
    expect(engine.state.get()).toEqual({ kind: 'unavailable', because: 'It is gone, says the job.' });
  });

  it('after it was put away is nobody’s business', async () => {
    const loss = later<string>();
    const { engine, opens } = engineByHand({ lost: () => loss.promise });
    await openedBy(engine, opens, first);
    engine.dispose();
    loss.resolve('It is gone.');
    await settled();
    expect(engine.state.get()).toEqual({ kind: 'cold' });
  });
});

async function openedBy(engine: SandboxEngine, opens: readonly Later<Place>[], place: Place): Promise<void> {
  const booting = engine.boot();
  await settled();
  opens.at(-1)!.resolve(place);
  await booting;
}

interface Later<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: Error) => void;
}

function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((settle, refuse) => {
    resolve = settle;
    reject = refuse;
  });
  return { promise, resolve, reject };
}

/** Everything that follows from what has happened has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
