import { type Shown, type ShownJob, showroom } from '#stores/showroom.ts';
import { shownProgram } from './shown-programs.ts';
// What is played is shown on it.
import './trace-view.ts';

/** What plays a lesson's own programs: most of a lesson's code, so it comes when somebody is about to use it. */
export interface Asked {
  readonly exercise: string;
  /** The address of its programs. */
  readonly programs: string;
  readonly demonstration: string;
  /** The chosen options, where there are any: which of its programs. */
  readonly key?: string;
  readonly job: ShownJob;
}

export async function play({ exercise, programs, demonstration, key = '', job }: Asked): Promise<Shown> {
  return shownProgram(programs, demonstration, key).then(
    (files) => showroom.play(exercise, files, job),
    (failure: Error) => ({ kind: 'failed', because: failure.message }),
  );
}

export const warm = (): void => showroom.warm();
