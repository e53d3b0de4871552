import { atom } from 'nanostores';
import { expect, test } from 'vitest';
import type { Machine, MachineState } from '#engines/webcontainer/machine.ts';
import { createPageEngines } from './create-page-engines.ts';
import { createFakeBrowser } from './fake-browser.ts';
import { createPreferences } from './preferences.ts';
import { createDeviceStorage } from './storage.ts';

function open(
  settings: Parameters<typeof createPageEngines>[0]['settings'],
  browser = createFakeBrowser(),
  forbidden = false,
) {
  const tab = browser.openTab();
  const storage = createDeviceStorage(forbidden ? undefined : tab.backing, tab.events);
  const preferences = createPreferences(storage);
  const state = atom<MachineState>({ kind: 'cold' });
  const opened: boolean[] = [];
  const machine: Machine = {
    state,
    open: (willing = false) => {
      opened.push(willing);
      return new Promise(() => {});
    },
    giveUp: () => {},
  };
  const createEmbedded = () => {
    throw new Error('No test runs anything.');
  };
  const parts = { settings, preferences, keeps: storage.lasting, machine, createEmbedded };
  return { browser, state, opened, engines: createPageEngines(parts) };
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
