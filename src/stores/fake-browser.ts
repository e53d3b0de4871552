import type { Backing } from './backing.ts';

/** A browser for tests: its tabs share one storage, and a change by one is an event in the others, as in a real one. */
export interface FakeBrowser {
  readonly kept: Map<string, string>;
  openTab(): FakeTab;
  /** From now on writing throws as a full storage does. */
  fill(): void;
  /** From now on there is room for so many letters more, counted as a browser counts: those of keys and of texts. */
  leaveRoom(letters: number): void;
  empty(): void;
}

export interface FakeTab {
  readonly backing: Backing;
  readonly events: EventTarget;
  /** The page goes behind another, or comes back. */
  show(visibility: 'hidden' | 'visible'): void;
  /** What a browser does when the tab goes: tell it, and no more. */
  close(): void;
}

export function createFakeBrowser(): FakeBrowser {
  const kept = new Map<string, string>();
  const tabs = new Set<EventTarget>();
  let isFull = false;
  let quota = Number.POSITIVE_INFINITY;
  const size = () => [...kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);

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
    leaveRoom(letters) {
      quota = size() + letters;
    },
    empty() {
      isFull = false;
      quota = Number.POSITIVE_INFINITY;
    },
    openTab() {
      const events = Object.assign(new EventTarget(), { visibilityState: 'visible' });
      tabs.add(events);
      const backing: Backing = {
        getItem: (key) => kept.get(key) ?? null,
        setItem(key, text) {
          const known = kept.get(key);
          const more = text.length - (known?.length ?? -key.length);
          if (isFull || (more > 0 && size() + more > quota))
            throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
          kept.set(key, text);
          if (known !== text) tell(events, key);
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
        show(visibility) {
          events.visibilityState = visibility;
          events.dispatchEvent(new Event('visibilitychange'));
        },
        close() {
          events.dispatchEvent(new Event('pagehide'));
          tabs.delete(events);
        },
      };
    },
  };
}
