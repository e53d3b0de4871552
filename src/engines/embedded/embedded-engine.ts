import { createEngine } from '../create-engine.ts';
import type { SandboxEngine } from '../engine.ts';
import { superviseJob } from '../supervision/supervise-job.ts';
import type { Workers } from '../supervision/workers.ts';
import { openSandbox, type SandboxUrls } from './sandbox.ts';

export interface EmbeddedOptions {
  /** Addresses of the frame's page and of the grader's script; those of this build when absent. */
  readonly urls?: SandboxUrls;
  /** How long a job may say nothing before it is killed. */
  readonly silenceMs?: number;
  /** How long the sandbox may take to start. */
  readonly readyMs?: number;
}

/**
 * Runs learner code in this page: in a worker, in a frame with an origin of its own and no network. Needs no server, no
 * special headers and no install, and can always be killed.
 */
export function createEmbeddedEngine(options: EmbeddedOptions = {}): SandboxEngine {
  const silenceMs = options.silenceMs ?? 1_000;
  return createEngine<Workers>({
    kind: 'embedded',
    open: () => openSandbox(options.readyMs ?? 10_000, options.urls),
    perform: async (workers, job) => {
      try {
        return await superviseJob({ workers, ...job, silenceMs });
      } finally {
        // A spare that cannot be had is asked for again by the next job, which will say why.
        workers.warm().catch(() => {});
      }
    },
    close: (workers) => workers.dispose(),
  });
}
