import { terminalWords } from '#grading/reader-words.ts';
import type { Ending, Job, Told } from '../engine.ts';
import { superviseJob } from '../supervision/supervise-job.ts';
import type { Workers } from '../supervision/workers.ts';
import type { ProjectFolder } from './project-folder.ts';

/** Has one job done over the project's files. */
export type Ask = (job: Job, hear: (told: Told) => void) => Promise<Ending>;

export function asker({ exercise, files }: ProjectFolder, workers: Workers, silenceMs: number): Ask {
  return (job, hear) =>
    superviseJob({
      workers,
      asked: { exercise, files, job, pace: { kind: 'fast' }, words: terminalWords },
      hear,
      stopped: new Promise(() => {}),
      silenceMs,
    });
}
