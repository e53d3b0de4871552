import type { Ending, Told } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';
import type { Round } from '../grader/round-watch.ts';
import type { WorkerSaid } from './messages.ts';
import { parseWorkerSaid } from './parse-worker-said.ts';
import type { Supervision } from './supervise-job.ts';
import { Watchdog } from './watchdog.ts';

/** How one worker's job came out. `still going`: it was neither silent nor at its end when it was not listened to any longer. */
export type Heard =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'still going' }
  | Silence;

export interface Silence {
  readonly kind: 'silent';
  /** What it was about when it was last heard. */
  readonly doing: Doing;
  /** Where it went round, when it was closely watched. */
  readonly round?: Round;
  /** Whether the job had said anything at all. */
  readonly begun: boolean;
  /** False when the whole frame was gone: the browser had ended it. */
  readonly frameLives: boolean;
}

/** Gives the job to a worker and hears it out, until its ending, its silence, a stop, or `mostMs`. Without an ending the worker is killed. */
export async function listen(supervision: Supervision & { readonly mostMs?: number }): Promise<Heard> {
  const { workers, asked, hear, stopped, silenceMs, mostMs } = supervision;
  const line = await Promise.race([workers.take(), stopped]);
  if (line === 'stopped') return { kind: 'stopped' };
  let doing: Doing = { kind: 'compiling' };
  let round: Round | undefined;
  const over = later<Over | 'silent' | 'still going'>();
  const watchdog = new Watchdog(silenceMs, () => over.resolve('silent'));
  const timer = mostMs === undefined ? undefined : setTimeout(() => over.resolve('still going'), mostMs);
  const take: Takers = {
    beat: (said) => {
      doing = said;
      round = undefined;
    },
    round: (said, at) => {
      doing = at;
      round = said;
    },
    told: hear,
    ended: over.resolve,
  };
  let begun = false;
  line.port.onmessage = ({ data }) => {
    begun = true;
    if (taken(data, take)) watchdog.heard();
  };
  line.ask(asked);
  const outcome = await Promise.race([over.promise, stopped]);
  watchdog.stop();
  clearTimeout(timer);
  line.port.onmessage = null;
  if (typeof outcome !== 'string') {
    if (outcome.isClean) workers.giveBack(line);
    else void workers.end(line);
    return { kind: 'ended', ending: outcome.ending };
  }
  const frameLives = workers.end(line);
  if (outcome !== 'silent') return { kind: outcome };
  return { kind: 'silent', doing, begun, frameLives: await frameLives, ...(round ? { round } : {}) };
}

type Over = Pick<Extract<WorkerSaid, { readonly kind: 'ended' }>, 'ending' | 'isClean'>;

function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

interface Takers {
  readonly beat: (doing: Doing) => void;
  readonly round: (round: Round, doing: Doing) => void;
  readonly told: (told: Told) => void;
  readonly ended: (over: Over) => void;
}

/** Whether it was a sign of life. */
function taken(data: unknown, take: Takers): boolean {
  const said = parseWorkerSaid(data);
  switch (said?.kind) {
    case 'beat':
      take.beat(said.doing);
      return true;
    case 'told':
      take.told(said.told);
      return true;
    case 'ended':
      take.ended(said);
      return true;
    case 'going round':
      take.round(said.round, said.doing);
      return false;
    default:
      return false;
  }
}
