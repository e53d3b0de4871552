import { MessageChannel, Worker } from 'node:worker_threads';
import { parseWorkerSaid } from '../supervision/parse-worker-said.ts';
import type { WorkerLine, Workers } from '../supervision/workers.ts';

export interface ThreadOptions {
  /** The grader's own script, which knows by itself that it runs in a thread. */
  readonly script: URL;
  /** How long a thread may take to start. */
  readonly readyMs: number;
  /** Memory that learner code may fill, in megabytes; Node kills a thread that wants more. */
  readonly memoryMb: number;
  /** What to do when no thread starts, as a clause. */
  readonly remedy: string;
}

/** Graders in threads of this process: a program that never gives control back is killed with its thread, and nothing else. */
export function threadWorkers({ script, readyMs, memoryMb, remedy }: ThreadOptions): Workers {
  const threads = new Map<WorkerLine, Thread>();
  let spare: Promise<WorkerLine> | undefined;
  let count = 0;

  function spawn(): Promise<WorkerLine> {
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(script, {
      workerData: port2,
      transferList: [port2],
      // What learner code prints belongs to the lab's console. Nothing else of a thread is for the terminal.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const port = port1 as unknown as MessagePort;
    const line: WorkerLine = { id: ++count, port, ask: (asked) => port.postMessage(asked) };
    const thread: Thread = { worker, lives: true };
    threads.set(line, thread);
    return new Promise((resolve, reject) => {
      const refuse = (because: string) => {
        clearTimeout(timer);
        void end(line);
        reject(new Error(`The grader did not start: ${because}. Try again; if it stays so, ${remedy}.`));
      };
      const timer = setTimeout(() => refuse(`it took more than ${readyMs / 1000} s`), readyMs);
      worker.on('error', (error) => {
        thread.lives = false;
        refuse(error.message);
      });
      worker.on('exit', () => {
        thread.lives = false;
        refuse('it ended by itself');
      });
      port.onmessage = ({ data }) => {
        if (parseWorkerSaid(data)?.kind !== 'ready') return;
        clearTimeout(timer);
        resolve(line);
      };
    });
  }

  async function end(line: WorkerLine): Promise<boolean> {
    const thread = threads.get(line);
    threads.delete(line);
    line.port.close();
    const lived = thread?.lives ?? false;
    await thread?.worker.terminate();
    return lived;
  }

  return {
    take() {
      const line = spare ?? spawn();
      spare = undefined;
      return line;
    },
    giveBack(line) {
      void spare?.then(end, () => {});
      spare = Promise.resolve(line);
    },
    end,
    async warm() {
      spare ??= spawn();
      try {
        await spare;
      } catch (error) {
        spare = undefined;
        throw error;
      }
    },
    dispose() {
      for (const line of [...threads.keys()]) void end(line);
      spare = undefined;
    },
  };
}

interface Thread {
  readonly worker: Worker;
  lives: boolean;
}
