import { createEngine } from '../create-engine.ts';
import type { SandboxEngine } from '../engine.ts';
import type { Container } from './container.ts';
import type { Machine } from './machine.ts';
import { CAN_BE_RETRIED, sentenceOf, Unavailable } from './reasons.ts';

/**
 * Runs learner code on real Node in this page, in a WebContainer: the same grader, as a process. It comes from the network,
 * needs an isolated page, and may go away; the deadlines are ours, for the package has none. `hasBuiltIn`: the page has the
 * embedded engine beside it.
 */
export function createContainerEngine(machine: Machine, hasBuiltIn = true): SandboxEngine {
  /** In the words of this site. */
  const worded = (error: unknown): never => {
    throw error instanceof Unavailable
      ? Object.assign(error, { message: sentenceOf(error.reason, hasBuiltIn) })
      : error;
  };
  return createEngine<Container>({
    kind: 'webcontainer',
    open: async (stage) => {
      const forget = machine.state.subscribe((state) => state.kind === 'booting' && stage(state.stage));
      try {
        return await machine.open().catch(worded);
      } finally {
        forget();
      }
    },
    perform: async (container, job) => {
      // Comes with the rest of real Node, not with the page.
      const { jobInContainer } = await import('./open-container.ts');
      return jobInContainer(container, job).catch((error: unknown) => {
        if (error instanceof Unavailable && CAN_BE_RETRIED.has(error.reason)) machine.giveUp(error.reason);
        return worded(error);
      });
    },
    lost: async (container) => sentenceOf(await container.lost, hasBuiltIn),
    isLost: (error) => error instanceof Unavailable,
    // Other sandboxes of this page are in there, too.
    close: () => {},
  });
}
