/** What a browser hands us: `localStorage`, or a stand-in in tests. It may throw at every call. */
export type Backing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Whether anything can be kept there. Full is not forbidden: what is there can still be read. */
export function works(backing: Backing, probe: string): boolean {
  try {
    backing.setItem(probe, '1');
    const kept = backing.getItem(probe) === '1';
    backing.removeItem(probe);
    return kept;
  } catch (thrown) {
    return isFull(thrown);
  }
}

export function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && /quota/i.test(thrown.name);
}

/** Keys that begin so, in alphabetical order. */
export function keysOf(backing: Backing, beginning: string): readonly string[] {
  const all = attempt(() => Array.from({ length: backing.length }, (_, index) => backing.key(index))) ?? [];
  return all.filter((key): key is string => key?.startsWith(beginning) === true).sort();
}

/** Remembers for as long as the page lives. */
export function memoryBacking(): Backing {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
