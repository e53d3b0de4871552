import { exercises } from '../../grader/exercises.ts';
import { harden } from './harden.ts';
import { loaderFor } from './loader.ts';
import { serve } from './serve.ts';
import { takeHost, type WorkerScope } from './take-host.ts';

/** Handed in by the wrapper that `src/build/sandbox-assets.ts` puts around this bundle: the worker's real global object. */
declare const sandboxScope: WorkerScope & { postMessage(said: unknown): void };

// The order matters: the host's powers are taken, the private port comes, the realm is closed, and only then comes learner code.
const host = takeHost(sandboxScope);
const { load, register } = loaderFor(host);
host.onFirstMessage((event) => {
  const port = event.ports[0]!;
  harden(sandboxScope, { __register: register });
  serve(port, host.now, load, exercises);
});
// Tells the frame that the script is loaded, so that it forgets its address.
sandboxScope.postMessage('loaded');
