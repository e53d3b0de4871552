import type { ReaderWords } from '#grading/reader-words.ts';
import type { Ending, Job, Told } from '../engine.ts';
import { superviseJob } from '../supervision/supervise-job.ts';
import type { Workers } from '../supervision/workers.ts';
import type { ProjectFolder } from './project-folder.ts';

/** Has one job done over the project's files. */
export type Ask = (job: Job, hear: (told: Told) => void) => Promise<Ending>;

export function asker(
  { exercise, files }: ProjectFolder,
  workers: Workers,
  silenceMs: number,
  words: ReaderWords,
): Ask {
  return (job, hear) =>
    superviseJob({
      workers,
      asked: { exercise, files, job, pace: { kind: 'fast' }, words },
      hear,
      stopped: new Promise(() => {}),
      silenceMs,
    });
}
