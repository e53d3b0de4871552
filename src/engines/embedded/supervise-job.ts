import type { Ending, Told } from '../engine.ts';
import type { Doing } from '../grader/doing.ts';
import type { WorkerAsked } from './messages.ts';
import { parseWorkerSaid } from './parse-worker-said.ts';
import type { Sandbox } from './sandbox.ts';
import { timedOut } from './timed-out.ts';
import { Watchdog } from './watchdog.ts';

/** One job from asking to ending: in a worker of its own, watched, and killed when it says nothing for too long. */
export async function superviseJob(
  sandbox: Sandbox,
  asked: WorkerAsked,
  hear: (told: Told) => void,
  stopped: Promise<'stopped'>,
  silenceMs: number,
): Promise<Ending> {
  const heard = await heardOut(sandbox, asked, hear, stopped, silenceMs);
  sandbox.warm();
  if (heard.kind === 'ended') return heard.ending;
  if (heard.kind === 'stopped') return { kind: 'stopped' };
  if (!heard.frameLives)
    return {
      kind: 'out of memory',
      because:
        'The program used up all memory that a page may have, and the browser ended it. Look for something that grows without end: an array that is only pushed to, a string that doubles.',
    };
  return timedOut(heard.doing, silenceMs);
}

type Heard =
  | { readonly kind: 'ended'; readonly ending: Ending }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'silent'; readonly doing: Doing; readonly frameLives: boolean };

async function heardOut(
  sandbox: Sandbox,
  asked: WorkerAsked,
  hear: (told: Told) => void,
  stopped: Promise<'stopped'>,
  silenceMs: number,
): Promise<Heard> {
  const line = await sandbox.take();
  let doing: Doing = { kind: 'compiling' };
  let watchdog: Watchdog | undefined;
  const ended = new Promise<Ending | 'silent'>((resolve) => {
    watchdog = new Watchdog(silenceMs, () => resolve('silent'));
    line.port.onmessage = ({ data }) => {
      watchdog?.heard();
      const said = parseWorkerSaid(data);
      if (said?.kind === 'beat') doing = said.doing;
      else if (said?.kind === 'told') hear(said.told);
      else if (said?.kind === 'ended') resolve(said.ending);
    };
    line.ask(asked);
  });
  const outcome = await Promise.race([ended, stopped]);
  watchdog?.stop();
  const frameLives = sandbox.end(line);
  if (outcome === 'stopped') return { kind: 'stopped' };
  if (outcome === 'silent') return { kind: 'silent', doing, frameLives: await frameLives };
  return { kind: 'ended', ending: outcome };
}
