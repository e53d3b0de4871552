import type { Asked } from '../grader/grade.ts';

/** A worker of a host, and our end of its private port. */
export interface WorkerLine {
  readonly id: number;
  readonly port: MessagePort;
  ask(asked: Asked): void;
}

/** Where a host's graders come from: threads beside the one that waits, each of which can be killed whatever it does. */
export interface Workers {
  /** A worker that is at nobody's service. */
  take(): Promise<WorkerLine>;
  /** For the next job: it is hot, which makes the next job several times as fast as in a worker that has only just started. */
  giveBack(line: WorkerLine): void;
  /** Kills a worker. False when it had died before, for lack of memory. */
  end(line: WorkerLine): Promise<boolean>;
  /** Makes the next worker warm. Rejects with a sentence when none can be had. */
  warm(): Promise<void>;
  dispose(): void;
}
