import { atom, type ReadableAtom } from 'nanostores';
import { attempt, type Backing, keysOf, memoryBacking, works } from './backing.ts';
import { freeAside } from './set-aside.ts';
import { createStorageNotices } from './storage-notices.ts';
import { brokenOff, full, keepsNothing, newerSentence, unreadableSentence, whyNot } from './storage-words.ts';
import { type Format, parseStored, type Stored, type Versioned } from './stored-format.ts';
import { finishInterrupted, type Journal, type Texts, writeAll } from './write-all.ts';

/** Everything this site keeps on the learner's device lies under this prefix. */
export const storagePrefix = 'event-driven-basics/';

/**
 * Storage on this device that never throws and never loses what it cannot read. Names are without the prefix.
 * Where the browser forbids storage it remembers for as long as the page lives, and `lasting` is false.
 */
export interface DeviceStorage {
  readonly lasting: boolean;
  /** Whether everything that was to be kept is kept: false where storage is forbidden, and while it is full. */
  readonly keeps: ReadableAtom<boolean>;
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
  /** Every text by its name: what is kept and, in its place, what this page wanted to keep and could not. */
  texts(): ReadonlyMap<string, string>;
  /** Whether this page wanted to keep something under this name and could not. */
  unsaved(name: string): boolean;
  /** Puts these texts in place, all of them or none; undefined takes one away. Whoever watches them is told. */
  replace(texts: Texts): Written;
  /** Takes away everything that the course keeps. Whoever watches is told. */
  clear(): void;
  /** Hears of changes by other tabs, and by `replace` and `clear`, to this name, or below it where it ends with a slash. Returns how to stop listening. */
  watch(name: string, changed: () => void): () => void;
  /** Hears of every change to anything, by this page or another. Returns how to stop listening. */
  watchAll(changed: () => void): () => void;
  /** Runs `leave` when the page is hidden or closed: the last moment to write. Returns how to stop. */
  beforeLeaving(leave: () => void): () => void;
  /** Has everything written that waits for its moment, as if the page were left now. */
  settle(): void;
}

export type Written = { readonly kind: 'written' } | { readonly kind: 'refused'; readonly because: string };

/** `events` is the window, or a stand-in in tests; on the server there is none. */
export function createDeviceStorage(backing: Backing | undefined, events?: EventTarget): DeviceStorage {
  const lasting = backing !== undefined && works(backing, `${storagePrefix}probe`);
  const store = lasting ? backing : memoryBacking();
  const keeps = atom(lasting);
  /** Unreadable data that stays in its place. */
  const unmoved = new Map<string, Unmoved>();
  /** What could not be written, so that it can still be handed over as a file. */
  const refused = new Map<string, string>();
  const watchers = new Set<Watcher>();
  const leaving = new Set<() => void>();
  const textAt = (name: string) => attempt(() => store.getItem(storagePrefix + name)) ?? undefined;
  const isThere = (key: string) => textAt(key.slice(storagePrefix.length)) !== undefined;
  const { all: notices, say, unsay, forgetGone } = createStorageNotices(lasting ? [] : [keepsNothing], isThere);
  const journal: Journal = {
    key: `${storagePrefix}unfinished`,
    aside: (key, text) => storagePrefix + freeAside(key.slice(storagePrefix.length), text, textAt),
  };
  const finishLast = () => {
    for (const key of finishInterrupted(store, journal)) say(brokenOff(key), key);
  };
  if (lasting) finishLast();
  events?.addEventListener('storage', forgetGone);

  function put(name: string, text: string): Written {
    const because = refusal(name, text);
    // Whoever asked for it may have no place to say so, and the learner has to know.
    if (because !== undefined) say(because);
    if (because !== undefined && lasting) refused.set(name, text);
    else refused.delete(name);
    changedHere([]);
    return because === undefined ? { kind: 'written' } : { kind: 'refused', because };
  }

  function refusal(name: string, text: string): string | undefined {
    const stays = inTheWay(name);
    if (stays !== undefined) return stays;
    try {
      store.setItem(storagePrefix + name, text);
    } catch (thrown) {
      return whyNot(thrown);
    }
    return lasting ? undefined : keepsNothing;
  }

  function read<Value extends Versioned>(name: string, format: Format<Value>): Stored<Value> {
    const text = textAt(name);
    return text === undefined ? { kind: 'nothing' } : parseStored(text, format);
  }

  function take<Value extends Versioned>(name: string, format: Format<Value>): Value | undefined {
    const stored = read(name, format);
    unmoved.delete(name);
    if (stored.kind === 'found') return stored.value;
    if (stored.kind !== 'unreadable') return undefined;
    const lookAgain = () => void take(name, format);
    if (stored.reason === 'newer') {
      unmoved.set(name, { because: newerSentence(format.what), lookAgain });
      say(newerSentence(format.what));
    } else if (!setAside(name, format.what, stored.text)) unmoved.set(name, { because: full, lookAgain });
    return undefined;
  }

  /** Why nothing may be written here: asked anew each time, since there may be room by now, or another text. */
  function inTheWay(name: string): string | undefined {
    unmoved.get(name)?.lookAgain();
    return unmoved.get(name)?.because;
  }

  function setAside(name: string, what: string, text: string): boolean {
    const aside = freeAside(name, text, textAt);
    const isMoved = attempt(() => {
      store.setItem(storagePrefix + aside, text);
      store.removeItem(storagePrefix + name);
      return true;
    });
    if (!isMoved) {
      say(unreadableSentence(what, storagePrefix + name), storagePrefix + name);
      return false;
    }
    unsay(unreadableSentence(what, storagePrefix + name));
    say(unreadableSentence(what, storagePrefix + aside), storagePrefix + aside);
    // Whoever hears of it finds nothing any more where it lay.
    changedHere([]);
    return true;
  }

  function names(beginning: string): readonly string[] {
    return keysOf(store, storagePrefix + beginning)
      .filter((key) => key !== journal.key)
      .map((key) => key.slice(storagePrefix.length));
  }

  function replace(texts: Texts): Written {
    const stays = [...texts.keys()].map(inTheWay).find((sentence) => sentence !== undefined);
    if (stays !== undefined) return { kind: 'refused', because: stays };
    finishLast();
    try {
      writeAll(store, journal, new Map([...texts].map(([name, text]) => [storagePrefix + name, text])));
    } catch (thrown) {
      return { kind: 'refused', because: whyNot(thrown) };
    }
    for (const name of texts.keys()) refused.delete(name);
    changedHere([...texts.keys()]);
    return { kind: 'written' };
  }

  /** Every watcher of one of these names is told, and whoever watches all. */
  function changedHere(replaced: readonly string[]): void {
    keeps.set(lasting && refused.size === 0);
    if (refused.size === 0) unsay(full);
    forgetGone();
    for (const { name, changed } of [...watchers])
      if (name === undefined || replaced.some((each) => isWatched(name, each))) changed();
  }

  function watch(name: string | undefined, changed: () => void): () => void {
    const watcher = { name, changed };
    watchers.add(watcher);
    const stop = listen('storage', (event) => {
      const key = 'key' in event ? String(event.key) : 'null';
      const isOurs = key.startsWith(storagePrefix) && isWatched(name ?? '/', key.slice(storagePrefix.length));
      // A null key means that another tab emptied the storage.
      if (key === 'null' || isOurs) changed();
    });
    return () => {
      watchers.delete(watcher);
      stop();
    };
  }

  function listen(type: string, heard: (event: Event) => void): () => void {
    events?.addEventListener(type, heard);
    return () => events?.removeEventListener(type, heard);
  }

  return {
    lasting,
    keeps,
    notices,
    read,
    take,
    write: (name, value) => put(name, JSON.stringify(value)),
    remove(name) {
      unmoved.delete(name);
      refused.delete(name);
      attempt(() => store.removeItem(storagePrefix + name));
      changedHere([]);
    },
    names,
    texts() {
      const kept = names('').flatMap((name): [string, string][] => {
        const text = textAt(name);
        return text === undefined ? [] : [[name, text]];
      });
      return new Map([...kept, ...refused]);
    },
    unsaved: (name) => refused.has(name),
    replace,
    clear() {
      const gone = [...names(''), ...refused.keys()];
      unmoved.clear();
      refused.clear();
      for (const key of keysOf(store, storagePrefix)) attempt(() => store.removeItem(key));
      changedHere(gone);
    },
    watch,
    watchAll: (changed) => watch(undefined, changed),
    beforeLeaving(leave) {
      leaving.add(leave);
      // A phone may end a hidden page without another word, so hiding counts as leaving; the event bubbles to the window.
      const hidden = ({ target }: Event) => {
        if (!isVisible(target)) leave();
      };
      const stops = [listen('pagehide', leave), listen('visibilitychange', hidden)];
      return () => {
        leaving.delete(leave);
        for (const stop of stops) stop();
      };
    },
    settle() {
      for (const leave of leaving) leave();
    },
  };
}

interface Unmoved {
  readonly because: string;
  readonly lookAgain: () => void;
}

interface Watcher {
  /** Undefined for one that watches everything. */
  readonly name: string | undefined;
  readonly changed: () => void;
}

/** Whether who watches `watched` hears of `name`; a slash alone is everything. */
const isWatched = (watched: string, name: string): boolean =>
  watched === '/' || name === watched || (watched.endsWith('/') && name.startsWith(watched));

/** The document that a page's `visibilitychange` comes from. */
const isVisible = (target: EventTarget | null): boolean =>
  target !== null && 'visibilityState' in target && target.visibilityState === 'visible';
