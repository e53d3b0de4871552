import { describe, expect, it } from 'vitest';
import type { Backing } from './backing.ts';
import { finishInterrupted, type Journal, type Texts, writeAll } from './write-all.ts';

const journal: Journal = { key: 'journal', aside: (key, text) => `aside ${key}: ${text}` };
const old = { one: 'old one', two: 'old two', gone: 'still here', other: 'untouched' };
const texts: Texts = new Map([
  ['one', 'new one'],
  ['gone', undefined],
  ['two', 'new two, and longer than before'],
  ['three', 'quite new'],
]);
const after = { one: 'new one', two: 'new two, and longer than before', three: 'quite new', other: 'untouched' };
/** The journal, and one for each text. */
const WRITES = 1 + [...texts.values()].filter((text) => text !== undefined).length;
const STEPS = WRITES + [...texts.values()].filter((text) => text === undefined).length + 1;

/** `before` is called before everything that changes what is kept, and may throw. */
function keeping(
  kept: Map<string, string>,
  before: (change: 'write' | 'removal', key: string, text: string) => void,
): Backing {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, text) {
      before('write', key, text);
      kept.set(key, text);
    },
    removeItem(key) {
      before('removal', key, '');
      kept.delete(key);
    },
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const full = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('writing several texts', () => {
  it('writes all of them, and leaves no trace of how', () => {
    const kept = new Map(Object.entries(old));
    writeAll(
      keeping(kept, () => {}),
      journal,
      texts,
    );
    expect(Object.fromEntries(kept)).toEqual(after);
  });

  it.each(numbers(WRITES))('leaves the old state when write %i of them is refused', (refused) => {
    const kept = new Map(Object.entries(old));
    let writes = 0;
    const backing = keeping(kept, (change) => {
      if (change === 'write' && ++writes === refused) throw full();
    });
    expect(() => writeAll(backing, journal, texts)).toThrow('quota');
    expect(Object.fromEntries(kept)).toEqual(old);
  });

  it('leaves the old state or the new one in a storage of any size', () => {
    const sizeOf = (all: Iterable<readonly [string, string]>) =>
      [...all].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    const outcomes = new Set<string>();
    for (let quota = sizeOf(Object.entries(old)); quota < 500; quota += 1) {
      const kept = new Map(Object.entries(old));
      const backing = keeping(kept, (change, key, text) => {
        if (change === 'write' && sizeOf(new Map(kept).set(key, text)) > quota) throw full();
      });
      try {
        writeAll(backing, journal, texts);
        expect(Object.fromEntries(kept)).toEqual(after);
        outcomes.add('new');
      } catch {
        expect(Object.fromEntries(kept)).toEqual(old);
        outcomes.add('old');
      }
    }
    expect(outcomes).toEqual(new Set(['old', 'new']));
  });

  it.each(numbers(STEPS))(
    'leaves the old or the new state to the next visit when the tab dies before step %i',
    (last) => {
      const kept = new Map(Object.entries(old));
      let steps = 0;
      const dying = keeping(kept, () => {
        // What is dead does nothing more.
        if (++steps >= last) throw new Error('The tab is gone.');
      });
      expect(() => {
        writeAll(dying, journal, texts);
        if (steps >= last) throw new Error('The tab is gone.');
      }).toThrow();
      finishInterrupted(
        keeping(kept, () => {}),
        journal,
      );
      expect([old, after]).toContainEqual(Object.fromEntries(kept));
      expect(kept.has(journal.key)).toBe(false);
    },
  );

  it('takes it back when another tab opened in the middle and has taken it back', () => {
    const kept = new Map(Object.entries(old));
    const other = keeping(kept, () => {});
    const backing = keeping(kept, (_, key) => {
      if (key === 'three') finishInterrupted(other, journal);
    });
    expect(() => writeAll(backing, journal, texts)).toThrow('Another tab');
    expect(Object.fromEntries(kept)).toEqual(old);
  });

  it('forgets a journal that cannot be read', () => {
    const kept = new Map(Object.entries({ ...old, [journal.key]: '{"version":' }));
    finishInterrupted(
      keeping(kept, () => {}),
      journal,
    );
    expect(Object.fromEntries(kept)).toEqual(old);
  });

  it('leaves what another tab wrote between the death and the next visit, and sets aside what lay there before', () => {
    const kept = new Map(Object.entries(old));
    dieBeforeThree(kept);
    kept.set('one', 'typed in another tab');
    kept.set('three', 'made by another tab');
    kept.delete('two');
    expect(finishInterrupted(alive(kept), journal)).toEqual(['aside one: old one']);
    expect(Object.fromEntries(kept)).toEqual({
      ...old,
      one: 'typed in another tab',
      three: 'made by another tab',
      'aside one: old one': 'old one',
    });
  });

  it('counts as written only once the journal is gone', () => {
    const kept = new Map(Object.entries(old));
    const backing = keeping(kept, (change, key) => {
      if (change === 'removal' && key === journal.key) throw new Error('not now');
    });
    expect(() => writeAll(backing, journal, texts)).toThrow('not now');
    expect(kept.has(journal.key)).toBe(true);
    expect(Object.fromEntries([...kept].filter(([key]) => key !== journal.key))).toEqual(old);
    kept.set('two', 'typed later');
    finishInterrupted(alive(kept), journal);
    expect(kept.get('two')).toBe('typed later');
    expect(kept.has(journal.key)).toBe(false);
  });

  it('keeps the journal for as long as the old state cannot be put back, and writes nothing over it', () => {
    const kept = new Map(Object.entries(old));
    dieBeforeThree(kept);
    const full = keeping(kept, (change) => {
      if (change === 'write') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(finishInterrupted(full, journal)).toEqual([]);
    expect(() => writeAll(full, journal, new Map([['other', 'more']]))).toThrow('quota');
    expect(kept.has(journal.key)).toBe(true);
    writeAll(alive(kept), journal, new Map([['other', 'more']]));
    expect(Object.fromEntries(kept)).toEqual({ ...old, other: 'more' });
  });

  it('loses nothing of what a former version of the course left half written', () => {
    const before = [
      ['one', 'old one'],
      ['two', 'old two'],
      ['three', null],
    ];
    const kept = new Map(Object.entries({ one: 'new one', [journal.key]: JSON.stringify({ version: 1, before }) }));
    finishInterrupted(alive(kept), journal);
    expect(Object.fromEntries(kept)).toEqual({ one: 'new one', two: 'old two', 'aside one: old one': 'old one' });
  });

  it('leaves the journal of a newer version of the course to that version', () => {
    const kept = new Map(Object.entries({ [journal.key]: '{"version":3}' }));
    finishInterrupted(alive(kept), journal);
    expect(() => writeAll(alive(kept), journal, texts)).toThrow('newer version');
    expect(Object.fromEntries(kept)).toEqual({ [journal.key]: '{"version":3}' });
  });
});

const alive = (kept: Map<string, string>) => keeping(kept, () => {});

/** What is dead does nothing more. */
function dieBeforeThree(kept: Map<string, string>): void {
  let isDead = false;
  const dying = keeping(kept, (_, key) => {
    isDead ||= key === 'three';
    if (isDead) throw new Error('The tab is gone.');
  });
  expect(() => writeAll(dying, journal, texts)).toThrow('gone');
}
