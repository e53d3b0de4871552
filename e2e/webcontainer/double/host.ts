import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Faults } from './faults.ts';
import { folderWatch, type Watching } from './folder-watch.ts';
import { type Running, runProcess } from './run-process.ts';

/** The machine behind the double's frame: a folder of its own, and real processes of the Node that runs the test. */
export interface Host {
  /** Absolute. */
  readonly folder: string;
  /** What was called, in order. */
  readonly calls: readonly string[];
  /** Of all that it was told to start, what still runs. */
  running(): number;
  call(method: string, ...rest: readonly unknown[]): Promise<unknown>;
  dispose(): Promise<void>;
}

export async function openHost(faults: Faults): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'webcontainer-double-'));
  const processes: Running[] = [];
  const watches: Watching[] = [];
  const calls: string[] = [];
  let isOpen = true;
  const at = (path: unknown): string => {
    const absolute = resolve(folder, String(path));
    if (absolute !== folder && !absolute.startsWith(folder + sep))
      throw new Error(`EACCES: ${String(path)} is outside`);
    return absolute;
  };
  const refuseWhenFull = () => {
    if (faults.diskIsFull) throw new Error('ENOSPC: no space left on device, write');
  };

  const methods: Readonly<Record<string, (...rest: readonly never[]) => unknown>> = {
    build: async () => {
      while (faults.build === 'hangs' && isOpen) await setTimeout(20);
      if (faults.build === 'throws') throw new Error('This browser is not supported.');
      return undefined;
    },
    readdir: async (path: string) =>
      (await readdir(at(path), { withFileTypes: true })).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
      })),
    readFile: (path: string) => readFile(at(path), 'utf8'),
    writeFile: (path: string, text: string) => {
      refuseWhenFull();
      return writeFile(at(path), text);
    },
    mkdir: async (path: string, options: { readonly recursive?: boolean }) => {
      refuseWhenFull();
      await mkdir(at(path), options);
    },
    rm: (path: string, options: object) => rm(at(path), options),
    rename: (from: string, to: string) => rename(at(from), at(to)),
    mount: (point: string, tree: Tree) => {
      refuseWhenFull();
      return mountTree(at(point), tree);
    },
    watch: (path: string) => watches.push(folderWatch(at(path))) - 1,
    changes: (id: number) => watches[id]!.changes(),
    unwatch: (id: number) => watches[id]!.close(),
    spawn: (started: {
      readonly command: string;
      readonly args: readonly string[];
      readonly cwd?: string;
      readonly terminal?: object;
    }) =>
      processes.push(
        runProcess({
          ...started,
          args: started.command === 'node' ? [...preloading(faults), ...started.args] : started.args,
          cwd: at(started.cwd ?? '.'),
        }),
      ) - 1,
    output: (id: number) => processes[id]!.output(),
    input: (id: number, data: string) => processes[id]!.input(data),
    exit: (id: number) => processes[id]!.exit,
    resize: () => undefined,
    kill: (id: number) => {
      if (!faults.cannotBeKilled) processes[id]!.kill();
    },
    teardown: () => {
      if (faults.teardownThrows) throw new Error('Teardown failed.');
    },
  };

  return {
    folder,
    calls,
    running: () => processes.filter((one) => one.lives()).length,
    call: async (method, ...rest) => {
      calls.push(method);
      if (faults.isSilent) return new Promise(() => {});
      const done = methods[method];
      if (!done) throw new Error(`The double knows no ${method}.`);
      return done(...(rest as never[]));
    },
    async dispose() {
      isOpen = false;
      for (const one of watches) one.close();
      await Promise.all(processes.map((one) => one.end()));
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function preloading({ preload }: Faults): readonly string[] {
  return preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
}

/** The package's own form of a tree. */
type Tree = { readonly d: Readonly<Record<string, Tree | { readonly f: { readonly c: string } }>> };

async function mountTree(folder: string, { d }: Tree): Promise<void> {
  for (const [name, entry] of Object.entries(d)) {
    const path = join(folder, name);
    if ('d' in entry) await mountTree(path, entry);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, entry.f.c);
    }
  }
}
