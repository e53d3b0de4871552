import './hide-clock.ts';
import { exercises } from '../../grader/exercises.ts';
import { serve } from '../../grader/serve.ts';
import { harden } from './harden.ts';
import { createLoader } from './loader.ts';
import { takeHost, type WorkerScope } from './take-host.ts';

const scope = globalThis as unknown as WorkerScope;

// The order matters: the host's powers are taken, the private port comes, the realm is closed, and only then learner code.
const host = takeHost(scope);
const { load, register, isClean } = createLoader(host);
let onRound: (site: number) => true = () => true;

host.onFirstMessage((event) => {
  const port = event.ports[0]!;
  harden(scope, { __register: register, __round: (site: number) => onRound(site) });
  serve({
    port,
    host,
    load,
    isClean,
    exercises,
    onRound: (round = () => true) => {
      onRound = round;
    },
  });
});
