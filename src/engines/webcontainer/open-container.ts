import { bootContainer } from './boot.ts';
import { type Container, containerOf } from './container.ts';
import { type Deadlines, within } from './deadline.ts';
import { GRADER_PATH } from './grader-path.ts';
import { Unavailable } from './reasons.ts';

/** Fetched along with what boots: by the time of a job the connection may be gone. */
export { jobInContainer } from './job-in-container.ts';

export interface Opening {
  readonly stage: (words: string) => void;
  readonly apiKey: string | undefined;
  readonly deadlines: Deadlines;
  /** Text of the grader for Node. */
  readonly grader: () => Promise<string>;
}

/** From nothing to a container that can grade. Rejects with `Unavailable`. */
export async function openContainer({ stage, apiKey, deadlines, grader }: Opening): Promise<Container> {
  const text = within(deadlines.boot, grader(), 'not fetched').catch(() => {
    throw new Unavailable('not fetched');
  });
  text.catch(() => {});
  const booted = await bootContainer({ stage, apiKey, deadlines });
  stage('Copying the grader');
  const container = containerOf(booted, deadlines, await text);
  try {
    await container.makeFolder('.course/jobs');
    await container.write(GRADER_PATH, container.grader);
    return container;
  } catch (error) {
    // The next try makes another of the same machine: nothing of this one stays behind.
    container.lose('crashed');
    throw error;
  }
}
