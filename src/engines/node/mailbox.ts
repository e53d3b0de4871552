import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type JobSaid, saidFile } from '../job-files.ts';

/** Where a job's process leaves what it says: each file whole when it appears, and numbered. */
export interface Mailbox {
  say(said: JobSaid): void;
  /** When something could not be written: nobody hears this job any more. */
  readonly broken: Promise<'stopped'>;
  /** Resolves when everything is written. Rejects when something could not be. */
  close(): Promise<void>;
}

/** Says by itself that the process lives, so that a silence is one: from the beginning, before any code is looked at. */
export function openMailbox(folder: string): Mailbox {
  let waiting: JobSaid[] = [{ kind: 'beat' }];
  let written = 0;
  let writing = Promise.resolve();
  let failure: unknown;
  let giveUp: (outcome: 'stopped') => void = () => {};
  const broken = new Promise<'stopped'>((resolve) => {
    giveUp = resolve;
  });

  const flush = () => {
    if (waiting.length === 0) return;
    const said = waiting;
    waiting = [];
    const name = join(folder, saidFile(++written));
    writing = writing.then(async () => {
      await writeFile(`${name}.part`, JSON.stringify(said));
      await rename(`${name}.part`, name);
    });
    writing.catch((error: unknown) => {
      failure ??= error;
      giveUp('stopped');
    });
  };
  const timer = setInterval(flush, GATHER_MS);
  const beat = setInterval(() => waiting.push({ kind: 'beat' }), BEAT_MS);
  return {
    broken,
    say: (said) => waiting.push(said),
    async close() {
      clearInterval(timer);
      clearInterval(beat);
      flush();
      await writing.catch(() => {});
      if (failure) throw failure;
    },
  };
}

/** What is said within this time shares a file. */
const GATHER_MS = 60;
const BEAT_MS = 1_000;
