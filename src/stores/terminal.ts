import type { WebContainerProcess } from '@webcontainer/api';
import { atom, type ReadableAtom } from 'nanostores';
import { READ_IN_PAGE } from '#engines/node/read-where.ts';
import type { Container } from '#engines/webcontainer/container.ts';
import { fileTree } from '#engines/webcontainer/file-tree.ts';
import type { Machine } from '#engines/webcontainer/machine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { APP } from '#project/project-files.ts';
import type { Draft } from './draft.ts';
import { type Folder, type FolderSync, syncFolder } from './folder-sync.ts';
import { isTaken, keepProject } from './project-keeper.ts';

export interface TerminalParts {
  readonly machine: Machine;
  readonly exercise: string;
  readonly draft: Draft;
  readonly given: readonly string[];
  /** The exercise's whole project. */
  readonly project: () => Promise<readonly SourceFile[]>;
}

/** A shell in the exercise's project, whose files keep step with the draft for as long as it is open, and which stays whole. */
export interface Terminal {
  readonly output: ReadableStream<string>;
  /** What the learner has to know about the files that the editor shares with it; the latest sentence. */
  readonly told: ReadableAtom<string | undefined>;
  write(data: string): void;
  resize(size: Size): void;
  /** Resolves with a sentence when the shell has ended, by itself or with everything around it. */
  readonly ended: Promise<string>;
  close(): void;
}

export interface Size {
  readonly cols: number;
  readonly rows: number;
}

/** Boots real Node when nobody has. Rejects with a sentence. */
export async function openTerminal(parts: TerminalParts, size: Size, willing: boolean): Promise<Terminal> {
  const { machine, exercise } = parts;
  const [container, project] = await Promise.all([machine.open(willing), parts.project()]);
  const given = project.filter(({ path }) => !path.startsWith(APP));
  await layOut(container, exercise, given);
  const { told, tell } = createTelling();
  const keeper = keeperOf(container, exercise, given, tell);
  const sync = syncWith(container, parts, tell);
  const exchange: Exchange = {
    async settled() {
      // What the keeper cannot put back it tells itself, and the learner's files are none of its.
      await Promise.all([sync.settled(), keeper.settled().catch(() => {})]);
    },
    stop() {
      keeper.stop();
      sync.stop();
    },
  };
  try {
    await exchange.settled();
    // For programs that are not told the terminal's own width.
    const env = { COLUMNS: String(size.cols), ...READ_IN_PAGE };
    const shell = await container.spawn('jsh', [], { cwd: exercise, terminal: size, env });
    return terminalOf(container, shell, exchange, told);
  } catch (error) {
    exchange.stop();
    throw error;
  }
}

type Exchange = Pick<FolderSync, 'settled' | 'stop'>;

function terminalOf(
  container: Container,
  shell: WebContainerProcess,
  exchange: Exchange,
  told: ReadableAtom<string | undefined>,
): Terminal {
  const writer = shell.input.getWriter();
  return {
    output: shell.output,
    told,
    write: (data) => void writer.write(data).catch(() => {}),
    resize: (next) => resize(shell, next),
    ended: Promise.race([endOf(shell, exchange), container.lost.then(() => GONE)]).finally(() => exchange.stop()),
    close: () => void container.end(shell).catch(() => {}),
  };
}

const GONE =
  'The terminal has gone with real Node. What the editor shows is safe; reload the page to have a terminal again.';

/** What was written last is brought over before the exchange ends. */
async function endOf(shell: WebContainerProcess, exchange: Exchange): Promise<string> {
  await shell.exit.catch(() => {});
  return exchange.settled().then(
    () => 'The shell has ended. Your files in app/ are as the editor shows them.',
    (error: unknown) => `The shell has ended, and not everything came over to the editor: ${wordsOf(error)}`,
  );
}

/** All at once where there is nothing yet. The learner's files come by themselves, and what is lost later is put back. */
async function layOut(container: Container, exercise: string, given: readonly SourceFile[]): Promise<void> {
  await container.makeFolder(exercise + PATH_TO_APP);
  const known = new Set(given.map(({ path }) => path.split('/')[0]));
  if ((await container.list(exercise)).some((name) => known.has(name))) return;
  await container.mount(exercise, fileTree(given));
}

const PATH_TO_APP = `/${APP.slice(0, -1)}`;

/** The latest sentence, behind what does not work at present. */
function createTelling() {
  const told = atom<string | undefined>();
  const kept: Record<'the files' | 'the project' | 'the latest', string | undefined> = {
    'the files': undefined,
    'the project': undefined,
    'the latest': undefined,
  };
  const tell = (of: keyof typeof kept, words: string | undefined): void => {
    kept[of] = words;
    const all = Object.values(kept).filter((sentence) => sentence !== undefined);
    told.set(all.length > 0 ? all.join(' ') : undefined);
  };
  return { told, tell };
}
type Tell = ReturnType<typeof createTelling>['tell'];

function keeperOf(container: Container, exercise: string, given: readonly SourceFile[], tell: Tell): Exchange {
  const at = (path: string) => `${exercise}/${path}`;
  return keepProject({
    given,
    folder: {
      files: () => container.filesBelow(exercise, isOfTools),
      read: (path) => container.read(at(path)),
      async write(path, text) {
        await container.makeFolder(at(path).replace(/\/[^/]+$/, ''));
        // There may be a folder of that name.
        await container.remove(at(path));
        await container.write(at(path), text);
      },
      watch: (onChange) =>
        // The editor's own files have their own exchange.
        watchProject(container, exercise, (path) => !isTaken(path) && onChange()),
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, WRITING_MS)),
    say: (words) => tell('the latest', words),
    onTrouble: (error) =>
      tell(
        'the project',
        error === undefined ? undefined : `What the exercise gave could not be put back: ${wordsOf(error)}`,
      ),
  });
}

/** Longer than a tool takes to write a file of a few lines. */
const WRITING_MS = 1_000;

/** The whole of it: a watch of a folder in it would end when that is removed, and be none of the one that takes its place. */
function watchProject(container: Container, exercise: string, onChange: (path: string) => void): () => void {
  return container.watch(exercise, (path) => {
    // Installing a package changes thousands.
    if (!path.split('/').slice(0, -1).some(isOfTools)) onChange(path);
  });
}

const isOfTools = (name: string): boolean => name === 'node_modules' || name.startsWith('.');

/** What folder and draft had last, for as long as the container lives: a terminal may be closed and opened again. */
const agreements = new WeakMap<Container, Map<string, Map<string, string>>>();

function agreedIn(container: Container, exercise: string): Map<string, string> {
  const all = agreements.get(container) ?? new Map<string, Map<string, string>>();
  agreements.set(container, all);
  const agreed = all.get(exercise) ?? new Map<string, string>();
  all.set(exercise, agreed);
  return agreed;
}

function syncWith(container: Container, { exercise, draft, given }: TerminalParts, tell: Tell): FolderSync {
  const place = exercise + PATH_TO_APP;
  const at = (name: string) => `${place}/${name}`;
  const folder: Folder = {
    list: () => container.list(place),
    read: (name) => container.read(at(name)),
    async write(name, text) {
      // The folder itself may have been deleted.
      await container.makeFolder(place);
      await container.write(at(name), text);
    },
    remove: (name) => container.remove(at(name)),
    watch: (onChange) => watchProject(container, exercise, onChange),
  };
  return syncFolder({
    draft,
    given,
    folder,
    agreed: agreedIn(container, exercise),
    say: (words) => tell('the latest', words),
    onTrouble: (error) =>
      tell(
        'the files',
        error === undefined ? undefined : `The editor and the terminal do not share everything: ${wordsOf(error)}`,
      ),
  });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function resize(shell: WebContainerProcess, size: Size): void {
  try {
    shell.resize(size);
  } catch {
    // It has ended: nothing is left to be drawn.
  }
}
