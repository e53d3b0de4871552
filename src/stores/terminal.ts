import type { WebContainerProcess } from '@webcontainer/api';
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
  /** Sentences for the learner. */
  readonly say: (words: string) => void;
}

/** A shell in the exercise's project, whose files keep step with the draft for as long as it is open. */
export interface Terminal {
  readonly output: ReadableStream<string>;
  write(data: string): void;
  resize(size: Size): void;
  /** Resolves when the shell has ended, by itself or with everything around it. */
  readonly ended: Promise<void>;
  close(): void;
}

export interface Size {
  readonly cols: number;
  readonly rows: number;
}

/** Boots real Node when nobody has. Rejects with a sentence. */
export async function openTerminal(parts: TerminalParts, size: Size, willing: boolean): Promise<Terminal> {
  const { machine, exercise, say } = parts;
  const [container, project] = await Promise.all([machine.open(willing), parts.project()]);
  await layOut(container, exercise, project);
  const sync = syncWith(container, parts);
  await sync.settled();
  const shell = await container.spawn('jsh', [], { cwd: exercise, terminal: size });
  const writer = shell.input.getWriter();
  const ended = Promise.race([shell.exit.then(() => {}), container.lost.then(() => {})]).finally(() => sync.stop());
  void container.lost.then(() => say('The terminal has gone with real Node. Your files are safe in the editor.'));
  return {
    output: shell.output,
    write: (data) => void writer.write(data).catch(() => {}),
    resize: (next) => resize(shell, next),
    ended,
    close: () => void container.end(shell).catch(() => {}),
  };
}

/** Everything but the learner's files, which come by themselves. What is there already stays: somebody may have changed it. */
async function layOut(container: Container, exercise: string, project: readonly SourceFile[]): Promise<void> {
  if ((await container.list(exercise)).includes('package.json')) return;
  await container.makeFolder(exercise + PATH_TO_APP);
  await container.mount(exercise, fileTree(project.filter(({ path }) => !path.startsWith(APP))));
}

const PATH_TO_APP = `/${APP.slice(0, -1)}`;

function syncWith(container: Container, { exercise, draft, given, say }: TerminalParts): FolderSync {
  const at = (name: string) => `${exercise}${PATH_TO_APP}/${name}`;
  const folder: Folder = {
    list: () => container.list(exercise + PATH_TO_APP),
    read: (name) => container.read(at(name)),
    write: (name, text) => container.write(at(name), text),
    remove: (name) => container.remove(at(name)),
    watch: (onChange) => container.watch(exercise + PATH_TO_APP, onChange),
  };
  return syncFolder({
    draft,
    given,
    folder,
    say,
    onLost: (error) =>
      say(`The editor and the terminal no longer share their files: ${error instanceof Error ? error.message : ''}`),
  });
}

function resize(shell: WebContainerProcess, size: Size): void {
  try {
    shell.resize(size);
  } catch {
    // It has ended: nothing is left to be drawn.
  }
}
