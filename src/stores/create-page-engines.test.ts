import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import type { EngineState } from '#engines/engine.ts';
import type { Container } from '#engines/webcontainer/container.ts';
import type { Machine, MachineState } from '#engines/webcontainer/machine.ts';
import { Unavailable } from '#engines/webcontainer/reasons.ts';
import { createPageEngines, type PageEnginesParts } from './create-page-engines.ts';
import { createFakeBrowser } from './fake-browser.ts';
import { createPreferences } from './preferences.ts';
import { createDeviceStorage } from './storage.ts';

function open(
  settings: Parameters<typeof createPageEngines>[0]['settings'],
  browser = createFakeBrowser(),
  forbidden = false,
  changes: Partial<Pick<PageEnginesParts, 'createEmbedded'> & Pick<Machine, 'open'>> = {},
) {
  const tab = browser.openTab();
  const storage = createDeviceStorage(forbidden ? undefined : tab.backing, tab.events);
  const preferences = createPreferences(storage);
  const state = atom<MachineState>({ kind: 'cold' });
  const opened: boolean[] = [];
  const { open = () => new Promise<never>(() => {}), createEmbedded = runsNothing } = changes;
  const machine: Machine = {
    state,
    open: (willing = false) => {
      opened.push(willing);
      return open(willing);
    },
    giveUp: () => {},
  };
  const parts = { settings, preferences, keeps: storage.lasting, machine, createEmbedded };
  return { browser, state, opened, engines: createPageEngines(parts) };
}

function runsNothing(): never {
  throw new Error('This test runs nothing.');
}

const BOTH = { first: 'embedded', forbidden: 'nothing' } as const;

test('the built-in runner is in use until somebody chooses real Node, which boots at once and is remembered', () => {
  const { browser, opened, engines } = open(BOTH);
  expect([engines.inUse.get(), opened]).toEqual(['embedded', []]);
  engines.choose('webcontainer');
  expect([engines.inUse.get(), engines.wanted.get(), opened]).toEqual(['webcontainer', 'webcontainer', [false]]);
  expect(open(BOTH, browser).engines.inUse.get()).toBe('webcontainer');
});

test('while real Node cannot be had the built-in runner is in use, and what is wanted stays wanted', () => {
  const { state, engines } = open(BOTH);
  engines.choose('webcontainer');
  state.set({ kind: 'unavailable', reason: 'unreachable' });
  expect([engines.inUse.get(), engines.wanted.get()]).toEqual(['embedded', 'webcontainer']);
  const node = engines.node.get();
  expect(node).toMatchObject({ kind: 'unavailable', canBeRetried: true, canBeOverridden: false });
  expect(node.kind === 'unavailable' && node.because).toContain('the built-in runner still runs');
  state.set({ kind: 'ready' });
  expect(engines.inUse.get()).toBe('webcontainer');
});

test('a phone may try all the same', () => {
  const { state, opened, engines } = open(BOTH);
  engines.choose('webcontainer');
  state.set({ kind: 'unavailable', reason: 'phone' });
  expect(engines.node.get()).toMatchObject({ canBeOverridden: true });
  engines.retry(true);
  expect(opened).toEqual([false, true]);
});

test('what the owner forbids is not offered, whatever was chosen before, and no sentence speaks of it', () => {
  const { browser, engines } = open(BOTH);
  engines.choose('webcontainer');
  const without = open({ first: 'embedded', forbidden: 'webcontainer' }, browser).engines;
  expect([without.offered, without.inUse.get()]).toEqual([['embedded'], 'embedded']);
  const only = open({ first: 'webcontainer', forbidden: 'embedded' });
  only.state.set({ kind: 'unavailable', reason: 'unreachable' });
  const node = only.engines.node.get();
  expect(only.engines.inUse.get()).toBe('webcontainer');
  expect(node.kind === 'unavailable' && node.because).not.toContain('built-in');
});

test('it is not said that a choice is kept where nothing is kept, or when keeping it failed', () => {
  expect(open(BOTH).engines.keepsChoice()).toBe(true);
  expect(open(BOTH, undefined, true).engines.keepsChoice()).toBe(false);
  const { browser, engines } = open(BOTH);
  browser.fill();
  engines.choose('webcontainer');
  expect(engines.keepsChoice()).toBe(false);
  browser.empty();
  engines.choose('embedded');
  expect(engines.keepsChoice()).toBe(true);
});

test('that something was begun again is said of that time, and not of the next one', async () => {
  const crashed = { kind: 'unavailable', reason: 'crashed' } as const;
  const container = {
    lost: new Promise(() => {}),
    remove: async () => {},
    makeFolder: () => {
      state.set(crashed);
      return Promise.reject(new Unavailable('crashed'));
    },
  } as unknown as Container;
  const createEmbedded = () => ({
    kind: 'embedded' as const,
    state: atom<EngineState>({ kind: 'ready' }),
    boot: async () => {},
    run: async () => ({ kind: 'done' }) as const,
    stop: () => {},
    dispose: () => {},
  });
  const { engines, state } = open(BOTH, undefined, undefined, { open: async () => container, createEmbedded });
  const again = [() => engines.choose('webcontainer'), () => engines.retry(false)];
  engines.choose('webcontainer');
  for (const act of again) {
    state.set({ kind: 'ready' });
    expect(await engines.create().run('outbox', [], { kind: 'run' }, () => {})).toEqual({ kind: 'done' });
    expect(engines.hasTakenOver.get()).toBe(true);
    act();
    // It is as gone as it was, at once.
    state.set(crashed);
    expect(engines.hasTakenOver.get()).toBe(false);
  }
});
