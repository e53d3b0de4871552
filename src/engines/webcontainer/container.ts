import type { FileSystemTree, WebContainer, WebContainerProcess } from '@webcontainer/api';
import { isNoRoom } from '../no-room.ts';
import { engineFrame } from './boot.ts';
import { type Deadlines, doneWithin, within } from './deadline.ts';
import { type Reason, Unavailable } from './reasons.ts';

/** A booted WebContainer whose every call ends: with its result, or with `Unavailable`. Paths are relative to its folder. */
export interface Container {
  readonly deadlines: Deadlines;
  /** Text of the grader for Node, as it was laid in: whoever is at work in the terminal can spoil it. */
  readonly grader: string;
  write(path: string, text: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** Names of files and folders, sorted; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Paths of all files below it, relative to it; `isLeftOut` says of a folder's name whether it is passed over. */
  filesBelow(folder: string, isLeftOut: (name: string) => boolean): Promise<readonly string[]>;
  makeFolder(path: string): Promise<void>;
  /** Whatever is there, with all that is in it; nothing when there is nothing. */
  remove(path: string): Promise<void>;
  /** Lays files into a folder that exists. */
  mount(folder: string, files: FileSystemTree): Promise<void>;
  spawn(command: string, args: readonly string[], options: SpawnOptions): Promise<WebContainerProcess>;
  /** Kills. False when the process goes on all the same: then the container is wedged. */
  end(process: WebContainerProcess): Promise<boolean>;
  /** Calls back whenever something in the folder may have changed: at this path, as far as is known. Returns what ends it. */
  watch(folder: string, onChange: (path: string) => void): () => void;
  /** Resolves when it is gone or of no use any more; says why. */
  readonly lost: Promise<Reason>;
  lose(reason: Reason): void;
}

export interface SpawnOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: { readonly cols: number; readonly rows: number };
}

export function containerOf(machine: WebContainer, deadlines: Deadlines, grader: string): Container {
  const { fs } = machine;
  let lose: (reason: Reason) => void = () => {};
  const lost = new Promise<Reason>((resolve) => {
    lose = resolve;
  });
  const forgetFrame = watchFrame(() => lose('crashed'));
  void lost.then(forgetFrame);
  const gone = lost.then((reason): never => {
    throw new Unavailable(reason);
  });
  gone.catch(() => {});

  /** A call that is late is no proof; only when nothing else is answered either is the container gone. */
  async function answered<T>(call: Promise<T>, deadlineMs = deadlines.file): Promise<T> {
    const known = Promise.race([call, gone]);
    known.catch(() => {});
    try {
      return await within(deadlineMs, known, 'crashed').catch(async (error: unknown) => {
        if (!(error instanceof Unavailable) || error.reason !== 'crashed') throw error;
        await within(deadlines.file, Promise.race([fs.readdir('.'), gone]), 'crashed');
        return within(deadlines.boot, known, 'crashed');
      });
    } catch (error) {
      if (error instanceof Unavailable) lose(error.reason);
      if (isNoRoom(error)) throw new Unavailable('storage full');
      throw error;
    }
  }

  async function filesBelow(folder: string, isLeftOut: (name: string) => boolean): Promise<readonly string[]> {
    const entries = await unlessMissing(answered(fs.readdir(folder, { withFileTypes: true })), []);
    const found = entries.map(async (entry) => {
      if (!entry.isDirectory()) return [entry.name];
      if (isLeftOut(entry.name)) return [];
      const below = await filesBelow(`${folder}/${entry.name}`, isLeftOut);
      return below.map((path) => `${entry.name}/${path}`);
    });
    return (await Promise.all(found)).flat().toSorted();
  }

  return {
    deadlines,
    grader,
    lost,
    lose,
    write: (path, text) => answered(fs.writeFile(path, text)),
    read: (path) => unlessMissing(answered(fs.readFile(path, 'utf8')), undefined),
    list: async (folder) => (await unlessMissing(answered(fs.readdir(folder)), [])).toSorted(),
    filesBelow,
    makeFolder: async (path) => {
      await answered(fs.mkdir(path, { recursive: true }));
    },
    remove: (path) => answered(fs.rm(path, { recursive: true, force: true })),
    // Hundreds of files at once.
    mount: (folder, files) => answered(machine.mount(files, { mountPoint: folder }), deadlines.boot),
    spawn: (command, args, options) => answered(machine.spawn(command, [...args], { ...options })),
    async end(process) {
      process.kill();
      const exited = process.exit.catch(() => {});
      const hasEnded = await doneWithin(deadlines.kill, exited);
      if (!hasEnded) lose('wedged');
      return hasEnded;
    },
    watch(folder, onChange) {
      const watcher = fs.watch(folder, { recursive: true }, (_, path) => onChange(String(path)));
      return () => watcher.close();
    },
  };
}

/** The code of an error does not survive its way out of the container, its message does. */
async function unlessMissing<T, Missing>(call: Promise<T>, missing: Missing): Promise<T | Missing> {
  try {
    return await call;
  } catch (error) {
    if (/ENOENT|EISDIR|ENOTDIR/.test(String(error))) return missing;
    throw error;
  }
}

/** Without its frame every call would wait for ever. Returns how to stop. */
function watchFrame(onGone: () => void): () => void {
  const observer = new MutationObserver(() => {
    if (!engineFrame()) onGone();
  });
  observer.observe(document.body, { childList: true });
  return () => observer.disconnect();
}
