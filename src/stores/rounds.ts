/** Work that is done again whenever something has changed: one round after the other, and one for all that happened meanwhile. */
export interface Rounds {
  soon(): void;
  /** Resolves when nothing is left to do. Rejects when the last round failed: it is tried again at the next change. */
  settled(): Promise<void>;
  stop(): void;
}

/** `onTrouble`: what went wrong in the last round; undefined when it went well. */
export function createRounds(round: () => Promise<void>, onTrouble: (error: unknown) => void): Rounds {
  let work = Promise.resolve();
  let trouble: unknown;
  let isWaiting = false;
  let isStopped = false;

  function soon(): void {
    if (isWaiting || isStopped) return;
    isWaiting = true;
    work = work.then(async () => {
      isWaiting = false;
      if (isStopped) return;
      const before = trouble;
      trouble = await round().then(
        () => undefined,
        (error: unknown) => error ?? new Error('It is not known why.'),
      );
      if (trouble !== before && !isStopped) onTrouble(trouble);
    });
  }

  return {
    soon,
    async settled() {
      soon();
      for (let last: Promise<void> | undefined; last !== work; ) {
        last = work;
        await last;
      }
      if (trouble !== undefined) throw trouble;
    },
    stop() {
      isStopped = true;
    },
  };
}
