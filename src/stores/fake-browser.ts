import type { Backing } from './backing.ts';

/** A browser for tests: its tabs share one storage, and a change by one is an event in the others, as in a real one. */
export interface FakeBrowser {
  readonly kept: Map<string, string>;
  openTab(): FakeTab;
  /** From now on writing throws as a full storage does. */
  fill(): void;
  empty(): void;
}

export interface FakeTab {
  readonly backing: Backing;
  readonly events: EventTarget;
  /** What a browser does when the tab goes: tell it, and no more. */
  close(): void;
}

export function createFakeBrowser(): FakeBrowser {
  const kept = new Map<string, string>();
  const tabs = new Set<EventTarget>();
  let isFull = false;

  const tell = (from: EventTarget, key: string | null) => {
    for (const tab of tabs) {
      if (tab !== from) tab.dispatchEvent(Object.assign(new Event('storage'), { key }));
    }
  };

  return {
    kept,
    fill() {
      isFull = true;
    },
    empty() {
      isFull = false;
    },
    openTab() {
      const events = new EventTarget();
      tabs.add(events);
      const backing: Backing = {
        getItem: (key) => kept.get(key) ?? null,
        setItem(key, text) {
          if (isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          const same = kept.get(key) === text;
          kept.set(key, text);
          if (!same) tell(events, key);
        },
        removeItem(key) {
          if (kept.delete(key)) tell(events, key);
        },
        key: (index) => [...kept.keys()][index] ?? null,
        get length() {
          return kept.size;
        },
      };
      return {
        backing,
        events,
        close() {
          events.dispatchEvent(new Event('pagehide'));
          tabs.delete(events);
        },
      };
    },
  };
}
