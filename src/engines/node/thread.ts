import { workerData } from 'node:worker_threads';
import { CompileError, compile } from 'lab/compile';
import { exercises } from '../grader/exercises.ts';
import type { Load } from '../grader/grade.ts';
import { serve } from '../grader/serve.ts';

/**
 * The grader in a thread of its own. Learner code sees the lab's simulated globals in place of Node's; the realm itself is not
 * closed as in the page, because here it is the learner's own machine: whoever wants Node's powers has them in the terminal.
 */
export function serveThread(): void {
  // Of a play that is over, promises may be left that nobody awaits. They are no reason for a thread to die.
  process.on('unhandledRejection', () => {});
  const scope = globalThis as { __round?: (site: number) => true };
  scope.__round = () => true;
  serve({
    port: workerData as MessagePort,
    host: {
      now: () => performance.now(),
      every: (ms, run) => {
        const timer = setInterval(run, ms);
        return () => clearInterval(timer);
      },
    },
    load,
    isClean: () => true,
    exercises,
    onRound: (round = () => true) => {
      scope.__round = round;
    },
  });
}

const load: Load = async (files) => {
  try {
    return { kind: 'program', program: compile(new Map(files.map(({ path, text }) => [path, text]))) };
  } catch (error) {
    if (error instanceof CompileError) return { kind: 'problems', problems: error.problems };
    throw error;
  }
};
