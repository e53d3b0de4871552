import { atom, type ReadableAtom } from 'nanostores';
import * as v from 'valibot';

/** Everything this site keeps on the learner's device lies under this prefix. */
export const storagePrefix = 'event-driven-basics/';

/** What a browser hands us: `localStorage`, or a stand-in in tests. It may throw at every call. */
export type Backing = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Storage on this device that never throws and never loses what it cannot read. Names are without the prefix.
 * Where the browser forbids storage it remembers for as long as the tab lives, and `lasting` is false.
 */
export interface DeviceStorage {
  readonly lasting: boolean;
  /** Sentences for the learner about what was set aside or cannot be kept: every refused write is told here, too. */
  readonly notices: ReadableAtom<readonly string[]>;
  /** Looks and changes nothing. */
  read<Value extends Versioned>(name: string, format: Format<Value>): Stored<Value>;
  /**
   * Like `read`, but says in `notices` what cannot be read, and answers undefined. What is damaged is moved under another
   * name; what a newer version saved stays where that version will look for it, and is not written over.
   */
  take<Value extends Versioned>(name: string, format: Format<Value>): Value | undefined;
  write<Value extends Versioned>(name: string, value: Value): Written;
  remove(name: string): void;
  /** Names that begin so, in alphabetical order. */
  names(beginning: string): readonly string[];
  /** Hears of changes by other tabs. Returns how to stop listening. */
  watch(name: string, changed: () => void): () => void;
  /** Runs `leave` when the page is hidden or closed: the last moment to write. Returns how to stop. */
  beforeLeaving(leave: () => void): () => void;
}

export interface Versioned {
  readonly version: number;
}

/** `what` completes a sentence: "Your progress on this device could not be read." */
export interface Format<Value extends Versioned> {
  readonly what: string;
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, Value>;
}

export type Stored<Value> =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly text: string; readonly reason: 'damaged' | 'newer' };

export type Written = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly because: string };

/** `events` is the window, or a stand-in in tests; on the server there is none. */
export function createDeviceStorage(backing: Backing | undefined, events?: EventTarget): DeviceStorage {
  const lasting = backing !== undefined && works(backing);
  const store = lasting ? backing : memory();
  const notices = atom<readonly string[]>(lasting ? [] : [keepsNothing]);
  /** Unreadable data that stays in its place, and why nothing may be written over it. */
  const unmoved = new Map<string, string>();
  const say = (sentence: string) => {
    if (!notices.get().includes(sentence)) notices.set([...notices.get(), sentence]);
  };

  function put(name: string, text: string): Written {
    const because = refusal(name, text);
    // Whoever asked for it may have no place to say so, and the learner has to know.
    if (because !== undefined) say(because);
    else notices.set(notices.get().filter((sentence) => sentence !== full));
    return because === undefined ? { kind: 'written' } : { kind: 'refused', because };
  }

  function refusal(name: string, text: string): string | undefined {
    const stays = unmoved.get(name);
    if (stays !== undefined) return stays;
    try {
      store.setItem(storagePrefix + name, text);
    } catch (thrown) {
      return isFull(thrown) ? full : keepsNothing;
    }
    return lasting ? undefined : keepsNothing;
  }

  function read<Value extends Versioned>(name: string, format: Format<Value>): Stored<Value> {
    const text = attempt(() => store.getItem(storagePrefix + name));
    return text == null ? { kind: 'nothing' } : parse(text, format);
  }

  function take<Value extends Versioned>(name: string, format: Format<Value>): Value | undefined {
    const stored = read(name, format);
    if (stored.kind === 'found') return stored.value;
    if (stored.kind !== 'unreadable') return undefined;
    if (stored.reason === 'newer') {
      unmoved.set(name, newerSentence(format.what));
      say(newerSentence(format.what));
    } else say(setAside(name, format.what, stored.text));
    return undefined;
  }

  function setAside(name: string, what: string, text: string): string {
    const aside = freeName(name);
    const kept = put(aside, text).kind === 'written';
    if (kept) attempt(() => store.removeItem(storagePrefix + name));
    else unmoved.set(name, full);
    const key = storagePrefix + (kept ? aside : name);
    return `${what} on this device could not be read. Nothing was deleted: it is kept in this browser’s local storage under “${key}”.`;
  }

  function freeName(name: string): string {
    const taken = new Set(names('set-aside/'));
    for (let number = 1; ; number += 1) {
      const candidate = `set-aside/${name}/${number}`;
      if (!taken.has(candidate)) return candidate;
    }
  }

  function names(beginning: string): readonly string[] {
    const all = attempt(() => Array.from({ length: store.length }, (_, index) => store.key(index))) ?? [];
    const whole = storagePrefix + beginning;
    return all
      .filter((key): key is string => key?.startsWith(whole) === true)
      .map((key) => key.slice(storagePrefix.length))
      .sort();
  }

  function listen(type: string, heard: (event: Event) => void): () => void {
    events?.addEventListener(type, heard);
    return () => events?.removeEventListener(type, heard);
  }

  return {
    lasting,
    notices,
    read,
    take,
    write: (name, value) => put(name, JSON.stringify(value)),
    remove(name) {
      unmoved.delete(name);
      attempt(() => store.removeItem(storagePrefix + name));
    },
    names,
    // A null key means that another tab emptied the storage.
    watch: (name, changed) =>
      listen('storage', (event) => {
        const key = 'key' in event ? event.key : null;
        if (key === null || key === storagePrefix + name) changed();
      }),
    beforeLeaving(leave) {
      // A phone may end a hidden page without another word, so hiding counts as leaving; the event bubbles to the window.
      const stops = [listen('pagehide', leave), listen('visibilitychange', leave)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Said where `lasting` is false. */
export const keepsNothing =
  'This browser keeps nothing for this site, so your work lives only in this tab. Allow site data for this site, or copy your code before you close the tab.';
const full =
  'The storage of this browser is full, so the last change lives only in this tab. Free some site data, or copy your code before you close the tab.';

function newerSentence(what: string): string {
  return `${what} on this device was saved by a newer version of this course. Reload the page to get that version. Until then it is kept as it is, and nothing new is saved over it.`;
}

function parse<Value extends Versioned>(text: string, format: Format<Value>): Stored<Value> {
  const data = attempt((): unknown => JSON.parse(text));
  const stamped = v.safeParse(v.object({ version: v.number() }), data);
  const newer = stamped.success && stamped.output.version > format.version;
  const parsed = v.safeParse(format.schema, data);
  if (parsed.success && !newer) return { kind: 'found', value: parsed.output };
  return { kind: 'unreadable', text, reason: newer ? 'newer' : 'damaged' };
}

function works(backing: Backing): boolean {
  const probe = `${storagePrefix}probe`;
  try {
    backing.setItem(probe, '1');
    const kept = backing.getItem(probe) === '1';
    backing.removeItem(probe);
    return kept;
  } catch (thrown) {
    // Full is not forbidden: what is there can still be read.
    return isFull(thrown);
  }
}

function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && /quota/i.test(thrown.name);
}

function memory(): Backing {
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

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
