import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Ending, Told } from '#engines/engine.ts';
import type { Asked } from '#engines/grader/grade.ts';
import type { WorkerSaid } from '#engines/supervision/messages.ts';
import { embeddedGrader, nodeGrader } from '../sandbox-assets.ts';

/** An engine's grader as it is shipped, in a thread of this process. */
export interface GraderThread {
  grade(asked: Asked): Promise<Heard>;
  end(): void;
}

export interface Heard {
  readonly told: readonly Told[];
  readonly ending: Ending;
}

/** The embedded engine's script. `root` is the project's folder. */
export async function embeddedThread(root: string): Promise<GraderThread> {
  const script = await embeddedGrader(root, true);
  return open((port) => {
    const worker = new Worker(new URL('./embedded-thread.mjs', import.meta.url), {
      workerData: { port, script },
      transferList: [port],
    });
    return { worker, first: 'begin' };
  });
}

/** The grader of the WebContainer engine and of the downloaded project. It is laid into `folder`. */
export async function nodeThread(root: string, folder: string): Promise<GraderThread> {
  const path = join(folder, 'grader.mjs');
  await writeFile(path, await nodeGrader(root, true));
  return open((port) => ({
    worker: new Worker(pathToFileURL(path), { workerData: port, transferList: [port] }),
  }));
}

async function open(
  start: (port: import('node:worker_threads').MessagePort) => { readonly worker: Worker; readonly first?: unknown },
): Promise<GraderThread> {
  const { port1, port2 } = new MessageChannel();
  const { worker, first } = start(port2);
  let hear: (said: WorkerSaid) => void = () => {};
  const broken = new Promise<never>((_, reject) => worker.on('error', reject));
  broken.catch(() => {});
  const ready = new Promise<void>((resolve) => {
    hear = ({ kind }) => kind === 'ready' && resolve();
  });
  port1.on('message', (said: WorkerSaid) => hear(said));
  if (first !== undefined) port1.postMessage(first);
  await Promise.race([ready, broken]);
  return {
    grade(asked) {
      const told: Told[] = [];
      const ended = new Promise<Heard>((resolve) => {
        hear = (said) => {
          if (said.kind === 'told') told.push(said.told);
          if (said.kind === 'ended') resolve({ told, ending: said.ending });
        };
      });
      port1.postMessage(asked);
      return Promise.race([ended, broken]);
    },
    end: () => {
      port1.close();
      void worker.terminate();
    },
  };
}
