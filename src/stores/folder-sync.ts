import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Draft } from './draft.ts';
import { isFileName, MOST_FILES, textOf } from './draft-files.ts';
import { createRounds } from './rounds.ts';

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
  /**
   * Resolves when all that was changed by now, here or there, has arrived on the other side. Rejects when something could not be
   * brought over: it is tried again at the next change.
   */
  settled(): Promise<void>;
  stop(): void;
}

export interface FolderSyncParts {
  readonly draft: Draft;
  /** Files of the exercise that nobody may change. */
  readonly given: readonly string[];
  readonly folder: Folder;
  /** The texts that both sides had last, by name: lasts as long as the folder does, and is empty for a new one. */
  readonly agreed: Map<string, string>;
  /** Sentences for the learner. */
  readonly say: (words: string) => void;
  /** What went wrong in the last exchange; undefined when it went well. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Keeps a folder and a draft the same. Both remember what they agreed on last: what differs from it has been changed on that
 * side, and goes to the other. So nothing goes round in circles, and what was changed on both sides at once is kept twice.
 */
export function syncFolder({ draft, given, folder, agreed, say, onTrouble }: FolderSyncParts): FolderSync {
  const told = new Set<string>();
  const rounds = createRounds(reconcile, onTrouble);

  async function reconcile(): Promise<void> {
    const there = await textsIn(folder);
    const mine = draft.files.get();
    const names = new Set([...there.keys(), ...mine.map(({ path }) => path), ...agreed.keys()]);
    const incoming: Incoming[] = [];
    const outgoing: Outgoing[] = [];
    for (const name of names) {
      const [theirs, own, common] = [there.get(name), textOf(mine, name), agreed.get(name)];
      if (theirs === own) note(name, own);
      else if (theirs === common) outgoing.push({ name, text: own, theirs });
      else if (given.includes(name)) {
        say(`${name} belongs to the exercise and can be read only: it is as it was.`);
        outgoing.push({ name, text: own, theirs });
      } else if (own === undefined && names.size > MOST_FILES)
        sayOnce(`The editor has room for ${MOST_FILES} files: others are only in the terminal.`);
      else if (theirs !== undefined && refused(name, theirs, names)) sayOnce(refused(name, theirs, names)!);
      else if (own === common || own === undefined) incoming.push({ name, text: theirs, isThere: true });
      else if (theirs === undefined) outgoing.push({ name, text: own, theirs });
      else {
        const beside = besideName(name, names);
        names.add(beside);
        incoming.push({ name: beside, text: theirs, isThere: false });
        // From now on this is what both know of it, and ours is newer.
        note(name, theirs);
        outgoing.push({ name, text: own, theirs });
        say(conflictWords(name, beside));
      }
    }
    // What comes from there is safe here before anything of ours is written over it, and nobody can type in between.
    if (incoming.length > 0) inward(incoming);
    for (const one of outgoing) await outward(one);
  }

  function note(name: string, text: string | undefined): void {
    if (text === undefined) agreed.delete(name);
    else agreed.set(name, text);
  }

  function sayOnce(words: string): void {
    if (!told.has(words)) say(words);
    told.add(words);
  }

  async function outward({ name, text, theirs }: Outgoing): Promise<void> {
    // Somebody may have written there since it was read: that is for the next round to see.
    if ((await folder.read(name)) !== theirs) return rounds.soon();
    if (text === undefined) await folder.remove(name);
    else await folder.write(name, text);
    note(name, text);
  }

  function inward(incoming: readonly Incoming[]): void {
    let files = draft.files.get();
    for (const { name, text, isThere } of incoming) {
      files = withFile(files, name, text);
      if (isThere) note(name, text);
    }
    draft.replace(files, 'what the terminal changed');
    rounds.soon();
  }

  const forgets = [folder.watch(rounds.soon), draft.files.listen(rounds.soon)];
  rounds.soon();
  return {
    settled: rounds.settled,
    stop() {
      rounds.stop();
      for (const forget of forgets) forget();
    },
  };
}

interface Incoming {
  readonly name: string;
  /** Undefined: it was deleted. */
  readonly text: string | undefined;
  /** It lies in the folder under this name. */
  readonly isThere: boolean;
}

interface Outgoing {
  readonly name: string;
  /** Undefined: it was deleted. */
  readonly text: string | undefined;
  /** The folder's text when this was decided. */
  readonly theirs: string | undefined;
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

/** Why a file of the folder stays there: as a sentence. */
function refused(name: string, text: string, names: ReadonlySet<string>): string | undefined {
  if (text.length > MOST_LETTERS) return `${name} is too long for the editor: it is only in the terminal.`;
  const like = [...names].find((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  // Some file systems do not tell them apart, and the project can be downloaded.
  return like && `${name} and ${like} differ in capital letters only: rename one of them to have both in the editor.`;
}

/** A browser keeps about five million for the whole site. */
const MOST_LETTERS = 200_000;

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
