import type { Exercise } from 'lab/authoring';
import { grade, type Load } from '../../grader/grade.ts';
import type { WorkerAsked, WorkerSaid } from '../messages.ts';

/** Answers the page's jobs over the private port, and closes with an ending whatever happens. */
export function serve(
  port: MessagePort,
  now: () => number,
  load: Load,
  exercises: ReadonlyMap<string, Exercise>,
): void {
  const say = (said: WorkerSaid) => port.postMessage(said);
  let saidAt = 0;
  port.onmessage = async ({ data }: MessageEvent<WorkerAsked>) => {
    const ending = await grade(data, exercises, load, {
      tell: (told) => say({ kind: 'told', told }),
      beat: (doing) => {
        if (!data.closely && now() - saidAt < BEAT_MS) return;
        saidAt = now();
        say({ kind: 'beat', doing });
      },
    });
    say({ kind: 'ended', ending });
  };
  say({ kind: 'ready' });
}

/** A sign of life this often is enough for a watch that waits a second. */
const BEAT_MS = 50;
