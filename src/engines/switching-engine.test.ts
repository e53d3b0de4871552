import { atom } from 'nanostores';
import { describe, expect, test } from 'vitest';
import type { Ending, EngineState, SandboxEngine } from './engine.ts';
import { createSwitchingEngine, type EngineKind } from './switching-engine.ts';

const DONE: Ending = { kind: 'done' };

/** An engine whose boot and jobs a test ends by hand. */
function fake(kind: EngineKind) {
  const state = atom<EngineState>({ kind: 'cold' });
  const calls: string[] = [];
  let booted: () => void = () => {};
  let end: (ending: Ending) => void = () => {};
  const engine: SandboxEngine = {
    kind,
    state,
    boot: () => {
      calls.push('boot');
      return new Promise((resolve) => {
        booted = resolve;
      });
    },
    run: () => {
      calls.push('run');
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    stop: () => end({ kind: 'stopped' }),
    dispose: () => calls.push('dispose'),
  };
  return { engine, state, calls, booted: () => booted(), end: (ending: Ending) => end(ending) };
}

function open(first: EngineKind) {
  const inUse = atom<EngineKind>(first);
  const [embedded, webcontainer] = [fake('embedded'), fake('webcontainer')];
  let begunAgain = 0;
  const both = { embedded: embedded.engine, webcontainer: webcontainer.engine };
  const engine = createSwitchingEngine(both, inUse, () => begunAgain++);
  const run = () => engine.run('trial', [], { kind: 'run' }, () => {});
  return { inUse, embedded, webcontainer, engine, run, begunAgain: () => begunAgain };
}

const turn = () => new Promise(setImmediate);

describe('one engine to the page, whichever is in use', () => {
  test('a job goes to the engine in use once it has booted', async () => {
    const { webcontainer, embedded, run } = open('webcontainer');
    const job = run();
    await turn();
    expect(webcontainer.calls).toEqual(['boot']);
    webcontainer.booted();
    await turn();
    webcontainer.end(DONE);
    expect(await job).toEqual(DONE);
    expect([webcontainer.calls, embedded.calls]).toEqual([['boot', 'run'], []]);
  });

  test('a job that waits for a boot goes to the engine that comes into use meanwhile', async () => {
    const { inUse, embedded, webcontainer, run } = open('webcontainer');
    const job = run();
    await turn();
    inUse.set('embedded');
    await turn();
    embedded.booted();
    await turn();
    embedded.end(DONE);
    expect(await job).toEqual(DONE);
    expect(webcontainer.calls).toEqual(['boot']);
  });

  test('a job that has begun ends where it began, and only the next one goes elsewhere', async () => {
    const { inUse, embedded, webcontainer, engine, run } = open('webcontainer');
    const job = run();
    await turn();
    webcontainer.booted();
    await turn();
    webcontainer.state.set({ kind: 'busy', job: 'run' });
    inUse.set('embedded');
    expect([engine.state.get().kind, engine.kind]).toEqual(['busy', 'embedded']);
    webcontainer.end(DONE);
    expect(await job).toEqual(DONE);
    expect(embedded.calls).toEqual([]);
  });

  test('where there is no other engine, a boot that failed is told once and not tried again', async () => {
    const { webcontainer, run } = open('webcontainer');
    const job = run();
    await turn();
    webcontainer.state.set({ kind: 'unavailable', because: 'It cannot be reached.' });
    webcontainer.booted();
    expect(await job).toEqual({ kind: 'engine failed', because: 'It cannot be reached.' });
    expect(webcontainer.calls).toEqual(['boot']);
  });

  describe('a job that real Node went away under', () => {
    async function lost(fallsBack: boolean) {
      const opened = open('webcontainer');
      const job = opened.run();
      await turn();
      opened.webcontainer.booted();
      await turn();
      opened.webcontainer.state.set({ kind: 'unavailable', because: 'It has gone.' });
      if (fallsBack) opened.inUse.set('embedded');
      opened.webcontainer.end({ kind: 'engine failed', because: 'It has gone.' });
      await turn();
      return { ...opened, job };
    }

    test('is begun again at once in the built-in runner, which is told, and ends there', async () => {
      const { job, embedded, begunAgain } = await lost(true);
      expect([embedded.calls, begunAgain()]).toEqual([['boot'], 1]);
      embedded.booted();
      await turn();
      embedded.end(DONE);
      expect(await job).toEqual(DONE);
      expect([embedded.calls, begunAgain()]).toEqual([['boot', 'run'], 1]);
    });

    test('ends with the reason where there is no other', async () => {
      const { job, begunAgain } = await lost(false);
      expect(await job).toEqual({ kind: 'engine failed', because: 'It has gone.' });
      expect(begunAgain()).toBe(0);
    });

    test('can be stopped after it was begun again', async () => {
      const { job, embedded, engine } = await lost(true);
      engine.stop();
      expect(await job).toEqual({ kind: 'stopped' });
      expect(embedded.calls).toEqual(['boot']);
    });
  });

  test('a failure of the job alone is not tried elsewhere', async () => {
    const { inUse, webcontainer, embedded, run } = open('webcontainer');
    const job = run();
    await turn();
    webcontainer.booted();
    await turn();
    webcontainer.state.set({ kind: 'ready' });
    inUse.set('embedded');
    webcontainer.end({ kind: 'engine failed', because: 'It ended without a verdict.' });
    expect(await job).toMatchObject({ kind: 'engine failed' });
    expect(embedded.calls).toEqual([]);
  });

  test('stopping ends a job that still waits, and one that runs', async () => {
    const { embedded, engine, run } = open('embedded');
    const waiting = run();
    await turn();
    engine.stop();
    expect(await waiting).toEqual({ kind: 'stopped' });
    const running = run();
    await turn();
    embedded.booted();
    await turn();
    engine.stop();
    expect(await running).toEqual({ kind: 'stopped' });
  });

  test('a hundred jobs leave nobody listening', async () => {
    const { inUse, embedded, run } = open('embedded');
    let listeners = 0;
    const { listen } = inUse;
    Object.assign(inUse, {
      listen: (hear: (kind: EngineKind) => void) => {
        listeners++;
        const forget = listen(hear);
        return () => {
          listeners--;
          forget();
        };
      },
    });
    for (let count = 0; count < 100; count++) {
      const job = run();
      await turn();
      embedded.booted();
      await turn();
      embedded.end(DONE);
      await job;
    }
    expect(listeners).toBe(0);
  });

  test('both are put away together', () => {
    const { embedded, webcontainer, engine } = open('embedded');
    engine.dispose();
    expect([embedded.calls, webcontainer.calls]).toEqual([['dispose'], ['dispose']]);
  });
});
