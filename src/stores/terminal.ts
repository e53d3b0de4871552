import type { WebContainerProcess } from '@webcontainer/api';
import { atom, type ReadableAtom } from 'nanostores';
import type { Container } from '#engines/webcontainer/container.ts';
import { fileTree } from '#engines/webcontainer/file-tree.ts';
import type { Machine } from '#engines/webcontainer/machine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { APP } from '#project/project-files.ts';
import type { Draft } from './draft.ts';
import { type Folder, type FolderSync, syncFolder } from './folder-sync.ts';

export interface TerminalParts {
  readonly machine: Machine;
  readonly exercise: string;
  readonly draft: Draft;
  readonly given: readonly string[];
  /** The exercise's whole project. */
  readonly project: () => Promise<readonly SourceFile[]>;
}

/** A shell in the exercise's project, whose files keep step with the draft for as long as it is open. */
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
  await layOut(container, exercise, project);
  const told = atom<string | undefined>();
  const sync = syncWith(container, parts, (words) => told.set(words));
  try {
    await sync.settled();
    // For programs that are not told the terminal's own width.
    const env = { COLUMNS: String(size.cols) };
    const shell = await container.spawn('jsh', [], { cwd: exercise, terminal: size, env });
    return terminalOf(container, shell, sync, told);
  } catch (error) {
    sync.stop();
    throw error;
  }
}

function terminalOf(
  container: Container,
  shell: WebContainerProcess,
  sync: FolderSync,
  told: ReadableAtom<string | undefined>,
): Terminal {
  const writer = shell.input.getWriter();
  return {
    output: shell.output,
    told,
    write: (data) => void writer.write(data).catch(() => {}),
    resize: (next) => resize(shell, next),
    ended: Promise.race([endOf(shell, sync), container.lost.then(() => GONE)]).finally(() => sync.stop()),
    close: () => void container.end(shell).catch(() => {}),
  };
}

const GONE =
  'The terminal has gone with real Node. What the editor shows is safe; reload the page to have a terminal again.';

/** What was written last is brought over before the exchange ends. */
async function endOf(shell: WebContainerProcess, sync: FolderSync): Promise<string> {
  await shell.exit.catch(() => {});
  return sync.settled().then(
    () => 'The shell has ended. Your files in app/ are as the editor shows them.',
    (error: unknown) => `The shell has ended, and not everything came over to the editor: ${wordsOf(error)}`,
  );
}

/** Everything but the learner's files, which come by themselves. What is there already stays: somebody may have changed it. */
async function layOut(container: Container, exercise: string, project: readonly SourceFile[]): Promise<void> {
  await container.makeFolder(exercise + PATH_TO_APP);
  if ((await container.list(exercise)).includes(LAST)) return;
  const given = project.filter(({ path }) => !path.startsWith(APP));
  await container.mount(exercise, fileTree(given.filter(({ path }) => path !== LAST)));
  // Written last, so that a project without it is laid out once more.
  for (const { path, text } of given) if (path === LAST) await container.write(`${exercise}/${path}`, text);
}

const PATH_TO_APP = `/${APP.slice(0, -1)}`;
const LAST = 'package.json';

/** What folder and draft had last, for as long as the container lives: a terminal may be closed and opened again. */
const agreements = new WeakMap<Container, Map<string, Map<string, string>>>();

function agreedIn(container: Container, exercise: string): Map<string, string> {
  const all = agreements.get(container) ?? new Map<string, Map<string, string>>();
  agreements.set(container, all);
  const agreed = all.get(exercise) ?? new Map<string, string>();
  all.set(exercise, agreed);
  return agreed;
}

function syncWith(
  container: Container,
  { exercise, draft, given }: TerminalParts,
  say: (words: string | undefined) => void,
): FolderSync {
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
    watch: (onChange) => container.watch(place, onChange),
  };
  return syncFolder({
    draft,
    given,
    folder,
    agreed: agreedIn(container, exercise),
    say,
    onTrouble: (error) =>
      say(error === undefined ? undefined : `The editor and the terminal do not share everything: ${wordsOf(error)}`),
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
