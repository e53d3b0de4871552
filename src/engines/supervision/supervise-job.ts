import type { Ending, Told } from '../engine.ts';
import type { Asked } from '../grader/grade.ts';
import { type Heard, listen, type Silence } from './listen.ts';
import { verdictOnSilence } from './silence.ts';
import type { Workers } from './workers.ts';

export interface Supervision {
  readonly workers: Workers;
  readonly asked: Asked;
  readonly hear: (told: Told) => void;
  readonly stopped: Promise<'stopped'>;
  /** How long a job may say nothing before it is killed. */
  readonly silenceMs: number;
}

/**
 * One job from asking to ending: in a worker that does nothing else meanwhile, watched, and killed when it says nothing for
 * too long. Rejects with a sentence when no worker can be had.
 */
export async function superviseJob(supervision: Supervision): Promise<Ending> {
  let heard = await listen(supervision);
  // The browser had ended the frame while it was idle: not this program's doing.
  if (heard.kind === 'silent' && !heard.frameLives && !heard.begun) heard = await listen(supervision);
  return heard.kind === 'silent' ? explained(heard, supervision) : endingOf(heard);
}

/**
 * Does the silent job once more, closely watched, to say which process and which loop it was; schedules being what they
 * are, the same happens again. When it does not, the machine was held up rather than the program.
 */
async function explained(first: Silence, supervision: Supervision): Promise<Ending> {
  const { asked, silenceMs } = supervision;
  // Reading files ends by itself, on a slow device later: nothing of the program has run yet.
  if (first.doing.kind === 'compiling' && first.frameLives) return patiently(supervision, 5);
  const batch = first.doing.kind === 'playing' ? first.doing.batch : [];
  const again = await listen({
    ...supervision,
    asked: { ...asked, pace: { kind: 'closely', batch } },
    hear: () => {},
    silenceMs: silenceMs * 0.7,
    mostMs: CLOSELY_MS,
  });
  if (again.kind === 'stopped') return again;
  if (again.kind === 'silent') return verdictOnSilence(first, again, silenceMs, asked.words);
  // It had grown until the browser ended it, and is growing again: no third time.
  if (again.kind === 'still going' && !first.frameLives) return verdictOnSilence(first, first, silenceMs, asked.words);
  return patiently(supervision, 3);
}

/** Once more, with so many times the patience. */
async function patiently(supervision: Supervision, times: number): Promise<Ending> {
  const silenceMs = supervision.silenceMs * times;
  const patient = await listen({ ...supervision, silenceMs });
  return patient.kind === 'silent'
    ? verdictOnSilence(patient, patient, silenceMs, supervision.asked.words)
    : endingOf(patient);
}

/** A program that did not fall silent again by then is not watched any longer. */
const CLOSELY_MS = 8_000;

function endingOf(heard: Exclude<Heard, Silence>): Ending {
  return heard.kind === 'ended' ? heard.ending : { kind: 'stopped' };
}
