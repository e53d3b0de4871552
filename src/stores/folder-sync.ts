import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Draft } from './draft.ts';
import { isFileName, textOf } from './draft-files.ts';

/** A folder outside of the page whose files can be changed behind our back. Paths are names of files in it. */
export interface Folder {
  list(): Promise<readonly string[]>;
  /** Undefined when there is no such file. */
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Calls back when something in it may have changed. Returns how to stop. */
  watch(onChange: () => void): () => void;
}

export interface FolderSync {
  /** Resolves when all that was changed by now, here or there, has arrived on the other side. */
  settled(): Promise<void>;
  stop(): void;
}

export interface FolderSyncParts {
  readonly draft: Draft;
  /** Files of the exercise that nobody may change. */
  readonly given: readonly string[];
  readonly folder: Folder;
  /** Sentences for the learner. */
  readonly say: (words: string) => void;
  /** When the folder cannot be reached any more. */
  readonly onLost: (error: unknown) => void;
}

/**
 * Keeps a folder and a draft the same. Both remember what they agreed on last: what differs from it has been changed on that
 * side, and goes to the other. So nothing goes round in circles, and what was changed on both sides at once is kept twice.
 */
export function syncFolder({ draft, given, folder, say, onLost }: FolderSyncParts): FolderSync {
  const agreed = new Map<string, string>();
  const told = new Set<string>();
  let work = Promise.resolve();
  let isWaiting = false;
  let isStopped = false;

  /** One after the other, and once for all that happened meanwhile. */
  function reconcileSoon(): void {
    if (isWaiting || isStopped) return;
    isWaiting = true;
    work = work.then(async () => {
      isWaiting = false;
      if (!isStopped) await reconcile();
    });
    work = work.catch((error: unknown) => {
      if (!isStopped) onLost(error);
      stop();
    });
  }

  async function reconcile(): Promise<void> {
    const there = await textsIn(folder);
    const mine = draft.files.get();
    const names = new Set([...there.keys(), ...mine.map(({ path }) => path), ...agreed.keys()]);
    for (const name of tooLong(there)) {
      // Neither is what it was, nor is it gone.
      names.delete(name);
      if (!told.has(name)) say(`${name} is too long for the editor: it is only in the terminal.`);
      told.add(name);
    }
    const incoming: Incoming[] = [];
    for (const name of names) {
      const [theirs, own, common] = [there.get(name), textOf(mine, name), agreed.get(name)];
      if (theirs === own) note(name, own);
      else if (theirs === common) await outward(name, own);
      else if (given.includes(name)) {
        say(`${name} belongs to the exercise and can be read only: it is as it was.`);
        await outward(name, own);
      } else if (own === common || own === undefined) incoming.push({ name, text: theirs, own });
      else if (theirs === undefined) await outward(name, own);
      else {
        incoming.push({ name: besideName(name, names), text: theirs, own: undefined });
        say(conflictWords(name, besideName(name, names)));
        await outward(name, own);
      }
    }
    if (incoming.length > 0) inward(incoming, there);
  }

  function note(name: string, text: string | undefined): void {
    if (text === undefined) agreed.delete(name);
    else agreed.set(name, text);
  }

  async function outward(name: string, text: string | undefined): Promise<void> {
    if (text === undefined) await folder.remove(name);
    else await folder.write(name, text);
    note(name, text);
  }

  function inward(incoming: readonly Incoming[], there: ReadonlyMap<string, string>): void {
    let files = draft.files.get();
    for (const { name, text, own } of incoming) {
      // Typed meanwhile: that is for the next round to see.
      if (textOf(files, name) !== own) continue;
      files = withFile(files, name, text);
      // A name that was made here is not there yet.
      if (there.get(name) === text) note(name, text);
    }
    draft.replace(files, 'what the terminal changed');
    reconcileSoon();
  }

  function stop(): void {
    isStopped = true;
    for (const forget of forgets) forget();
  }

  const forgets = [folder.watch(reconcileSoon), draft.files.listen(reconcileSoon)];
  reconcileSoon();
  return {
    async settled() {
      reconcileSoon();
      for (let last: Promise<void> | undefined; last !== work; ) {
        last = work;
        await last;
      }
    },
    stop,
  };
}

interface Incoming {
  readonly name: string;
  /** Undefined: it was deleted. */
  readonly text: string | undefined;
  /** The draft's text when this was decided. */
  readonly own: string | undefined;
}

/** Other files than modules of the app stay where they are. */
async function textsIn(folder: Folder): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of await folder.list()) {
    if (!isFileName(name)) continue;
    const text = await folder.read(name);
    if (text !== undefined) found.set(name, text);
  }
  return found;
}

/** A browser keeps about five million for the whole site. */
const MOST_LETTERS = 200_000;

function tooLong(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts].flatMap(([name, text]) => (text.length > MOST_LETTERS ? [name] : []));
}

function withFile(files: readonly SourceFile[], path: string, text: string | undefined): readonly SourceFile[] {
  const others = files.filter((file) => file.path !== path);
  if (text === undefined) return others;
  if (others.length === files.length) return [...files, { path, text }];
  return files.map((file) => (file.path === path ? { path, text } : file));
}

/** `orders.terminal.ts`, or with a number when that is taken. */
function besideName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/(\.[\w-]+)?\.ts$/, '');
  for (let count = 1; ; count++) {
    const beside = `${stem}.terminal${count === 1 ? '' : count}.ts`;
    if (!taken.has(beside)) return beside;
  }
}

function conflictWords(name: string, beside: string): string {
  return `${name} was changed here and in the terminal at the same time. Both are kept: the terminal’s is now ${beside}.`;
}
