import type { WorkerSaid } from '../supervision/messages.ts';
import type { Doing } from './doing.ts';
import type { Known } from './exercises.ts';
import { type Asked, grade, type Load } from './grade.ts';
import { markLoops } from './mark-loops.ts';
import { RoundWatch } from './round-watch.ts';
import { warmUp } from './warm-up.ts';

/** Real time, for the grader alone; in milliseconds. */
export interface GraderHost {
  readonly now: () => number;
  /** Until the returned function is called. */
  readonly every: (ms: number, run: () => void) => () => void;
}

export interface Serving {
  readonly port: MessagePort;
  readonly host: GraderHost;
  readonly load: Load;
  readonly isClean: () => boolean;
  readonly exercises: ReadonlyMap<string, Known>;
  /** Makes the marked copy's `__round` call this; nothing any more without it. */
  readonly onRound: (round?: (site: number) => true) => void;
}

/**
 * Answers jobs over the private port, one after the other. Nothing of one can reach the next: the realm is frozen, and so is
 * all that the lab hands out, and no code of a program runs on once its plays are over. A job that does not end is the
 * page's to kill, with this worker.
 */
export function serve(serving: Serving): void {
  const { port, host } = serving;
  const say = (said: WorkerSaid) => port.postMessage(said);
  const warming = warmUp(serving.load, host.now);
  port.onmessage = async ({ data }: MessageEvent<Asked>) => {
    await warming.stop();
    let doing: Doing = { kind: 'compiling' };
    // The timer gets its turn only between two steps: as long as it speaks, no step of the program is endless.
    const fallSilent = host.every(BEAT_MS, () => say({ kind: 'beat', doing }));
    const watch = data.pace.kind === 'closely' ? watchRounds(serving, data, say) : undefined;
    const ending = await grade(watch?.asked ?? data, serving.exercises, watch?.load ?? serving.load, {
      tell: (told) => say({ kind: 'told', told }),
      doing: (now) => {
        doing = now;
        if (watch) watch.stepped(now);
        // Said at once: if the program never gives control back, this was the last chance.
        else say({ kind: 'beat', doing });
      },
    });
    fallSilent();
    serving.onRound();
    say({ kind: 'ended', ending, isClean: serving.isClean() });
  };
  say({ kind: 'ready' });
}

const BEAT_MS = 50;

function watchRounds({ host, load, onRound }: Serving, asked: Asked, say: (said: WorkerSaid) => void) {
  const { files, sites } = markLoops(asked.files);
  let doing: Doing = { kind: 'compiling' };
  const rounds = new RoundWatch(sites, host.now, (round) => say({ kind: 'going round', doing, round }));
  onRound(rounds.round);
  return {
    asked,
    /** The marked copy; the plain files when marking has spoiled them, or when they were never whole. */
    load: async () => {
      const marked = await load(files);
      return marked.kind === 'program' ? marked : load(asked.files);
    },
    stepped: (now: Doing) => {
      doing = now;
      rounds.stepped();
      say({ kind: 'beat', doing });
    },
  };
}
