import { createEngine } from '../create-engine.ts';
import type { SandboxEngine } from '../engine.ts';
import type { Container } from './container.ts';
import { jobInContainer } from './job-in-container.ts';
import type { Machine } from './machine.ts';
import { sentenceOf, Unavailable } from './reasons.ts';

/**
 * Runs learner code on real Node in this page, in a WebContainer: the same grader, as a process. It comes from the network,
 * needs an isolated page, and may go away; the deadlines are ours, for the package has none.
 */
export function createContainerEngine(machine: Machine): SandboxEngine {
  return createEngine<Container>({
    kind: 'webcontainer',
    open: async (stage) => {
      const forget = machine.state.subscribe((state) => state.kind === 'booting' && stage(state.stage));
      try {
        return await machine.open();
      } finally {
        forget();
      }
    },
    perform: jobInContainer,
    lost: async (container) => sentenceOf(await container.lost),
    isLost: (error) => error instanceof Unavailable,
    // Other sandboxes of this page are in there, too.
    close: () => {},
  });
}
