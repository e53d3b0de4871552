import type { Who } from 'lab/authoring';

export type CrashedBecause = 'fault' | 'stopped' | 'unhandled error' | 'did not start';

/** One run of one process, from its start to its crash. What belongs to it asks `alive` before it does anything. */
export class Life {
  /** Names the process in points: `orders`, or `relay-2` where there are several. */
  readonly id: string;
  readonly who: Who;
  alive = true;
  readonly #ended: (because: CrashedBecause, error?: unknown) => void;

  constructor(id: string, who: Who, ended: (because: CrashedBecause, error?: unknown) => void) {
    this.id = id;
    this.who = who;
    this.#ended = ended;
  }

  /** As `kill -9`: nothing of it runs on, whatever it was about. */
  crash(because: CrashedBecause, error?: unknown): void {
    if (!this.alive) return;
    this.alive = false;
    this.#ended(because, error);
  }
}
