import type { WebContainerProcess } from '@webcontainer/api';
import type { JobUnderWay } from '../create-engine.ts';
import type { Ending, Told } from '../engine.ts';
import type { Asked } from '../grader/grade.ts';
import { ASKED_FILE, type JobSaid, NO_ROOM_EXIT_CODE, parseJobSaid, saidFile } from '../job-files.ts';
import type { Container } from './container.ts';
import { GRADER_PATH } from './grader-path.ts';
import { tailOf } from './output-tail.ts';
import { Unavailable } from './reasons.ts';

/**
 * One job as a process of its own. The files travel with the question, so that a file that is written meanwhile changes
 * nothing; the answers come back as files, so that nothing that learner code prints can be taken for one. Rejects with
 * `Unavailable`.
 */
export function jobInContainer(container: Container, { asked, hear, stopped }: JobUnderWay): Promise<Ending> {
  const listening: Listening = { container, hear, isStopped: false };
  const stopping = stopped.then((): Ending => {
    listening.isStopped = true;
    return { kind: 'stopped' };
  });
  return Promise.race([doJob(listening, asked).catch(unexpected), stopping]);
}

interface Listening {
  readonly container: Container;
  readonly hear: (told: Told) => void;
  isStopped: boolean;
}

async function doJob(listening: Listening, asked: Asked): Promise<Ending> {
  const { container } = listening;
  const folder = `.course/jobs/${Date.now()}-${++jobs}`;
  let process: WebContainerProcess | undefined;
  try {
    await container.makeFolder(folder);
    await container.write(`${folder}/${ASKED_FILE}`, JSON.stringify(asked));
    await mendGrader(container);
    if (listening.isStopped) return { kind: 'stopped' };
    process = await container.spawn('node', [GRADER_PATH, 'job', folder], {});
    return await hearOut(listening, process, folder);
  } finally {
    void clear(container, process, folder);
  }
}

let jobs = 0;

/** It lies where a learner's `rm` or `sed` in the terminal can reach it. Reading it costs less than starting Node. */
async function mendGrader(container: Container): Promise<void> {
  if ((await container.read(GRADER_PATH)) === container.grader) return;
  // There may be a folder of that name.
  await container.remove(GRADER_PATH);
  await container.write(GRADER_PATH, container.grader);
}

/** Anything but a reason: a file is a folder, say, because somebody has been at work in the terminal. */
function unexpected(error: unknown): Ending {
  if (error instanceof Unavailable) throw error;
  console.error(error);
  const because = `The grader could not be started in real Node (${String(error)}). Check again, or use the built-in runner.`;
  return { kind: 'engine failed', because };
}

/** Resolves with the ending that the process tells, or with what is to be said of a process that tells none. */
async function hearOut(listening: Listening, process: WebContainerProcess, folder: string): Promise<Ending> {
  const { container, hear } = listening;
  const output = tailOf(process.output);
  let exitCode: number | undefined;
  const exited = process.exit.then((code) => {
    exitCode = code;
  });
  let silentMs = 0;
  let lookedAt = performance.now();
  for (let next = 1; !listening.isStopped; ) {
    const isOver = exitCode !== undefined;
    const text = await container.read(`${folder}/${saidFile(next)}`);
    // What is no answer is not passed over: it may have been written over one that counts.
    const said = text === undefined ? undefined : parseJobSaid(text);
    const now = performance.now();
    // A page that was asleep or busy itself must not blame the process.
    silentMs = said ? 0 : silentMs + Math.min(now - lookedAt, MOST_AT_ONCE_MS);
    lookedAt = now;
    if (said) {
      next++;
      const ending = take(said, hear);
      if (ending) return ending;
    } else if (isOver) {
      if (exitCode === NO_ROOM_EXIT_CODE) throw new Unavailable('storage full');
      console.error(output());
      return { kind: 'engine failed', because: text === undefined ? withoutVerdict(exitCode) : SPOILED };
    } else if (silentMs > container.deadlines.silence) {
      if (text !== undefined) return { kind: 'engine failed', because: SPOILED };
      if (!(await container.end(process))) throw new Unavailable('wedged');
      // The grader beats before it looks at any code: none is to blame for a process that never did.
      if (next === 1) throw new Unavailable('not begun');
      return silent(container.deadlines.silence);
    } else {
      await Promise.race([exited, pause(POLL_MS)]);
    }
  }
  return { kind: 'stopped' };
}

function take(said: readonly JobSaid[], hear: (told: Told) => void): Ending | undefined {
  for (const one of said) {
    if (one.kind === 'told') hear(one.told);
    if (one.kind === 'ended') return one.ending;
  }
  return undefined;
}

function withoutVerdict(code: number | undefined): string {
  return `The grader in real Node ended without a verdict (exit code ${code}). Check again, or use the built-in runner.`;
}

/** The process that plays the program is dead, and everything around it is as it was. Code alone is watched in there, by line. */
function silent(afterMs: number): Ending {
  const because = `The process that played your code gave no sign of life; it was ended after ${afterMs / 1000} s. It is not known why: code that fills the memory looks like this, and so does a device that is busy with other things. Check again, or use the built-in runner.`;
  return { kind: 'timed out', afterMs, because };
}

const SPOILED =
  'Something in real Node has written into the folder where the grader answers, so there is no verdict. Check again, or use the built-in runner.';

/** Nobody waits for it. A process that cannot be ended makes the container useless, which the container says itself. */
async function clear(container: Container, process: WebContainerProcess | undefined, folder: string): Promise<void> {
  try {
    if (process) await container.end(process);
    await container.remove(folder);
  } catch {
    // The folder of a job that is over disturbs nobody, and what is lost is said elsewhere.
  }
}

/** A watcher of files may fall silent without a word; looking costs next to nothing. */
const POLL_MS = 40;
/** How much of the time between two looks counts as silence. */
const MOST_AT_ONCE_MS = 1_000;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
