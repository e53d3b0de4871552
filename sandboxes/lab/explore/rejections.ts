import { machine, type RejectionEvent } from '#world/machine.ts';

/**
 * Hears of every rejection that nobody awaits until the returned function is called. Meanwhile nobody else hears of them:
 * they belong to a simulated process, which they end.
 */
export function hearRejections(heard: (reason: unknown) => void): () => void {
  const { process, addEventListener, removeEventListener } = machine;
  if (process?.listeners) {
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', heard);
    return () => {
      process.removeAllListeners('unhandledRejection');
      for (const other of others) process.on('unhandledRejection', other);
    };
  }
  const listener = (event: RejectionEvent) => {
    event.preventDefault();
    heard(event.reason);
  };
  addEventListener?.('unhandledrejection', listener);
  return () => removeEventListener?.('unhandledrejection', listener);
}
