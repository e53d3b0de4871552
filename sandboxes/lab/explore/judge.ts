import type { Check, Remark, Result, Schedule, Verdict } from 'lab/authoring';
import { describe } from '#world/failure.ts';
import type { Story } from './batch.ts';
import { allowsAll } from './faults.ts';

type Noted = Remark & { readonly schedule: Schedule; readonly times: number };

/** What one story means for one check. */
export type Judgement = Verdict | { readonly outcome: 'error'; readonly because: string };

/** Hears the stories of one scenario in their fixed order; the first that is not passed settles the check. */
export class Judge {
  readonly check: Check;
  /** How many stories it has heard; none after the one that settled it. */
  plays = 0;
  #broken: Story | undefined;
  readonly #remarks = new Map<string, Noted>();

  constructor(check: Check) {
    this.check = check;
  }

  /** Nothing that is still to come can change the result. */
  get isSettled(): boolean {
    return this.#broken !== undefined;
  }

  hear(story: Story): void {
    if (this.isSettled || !allowsAll(this.check.scope, story.schedule)) return;
    this.plays++;
    const judgement = judged(this.check, story);
    if (judgement.outcome === 'passed') this.#note(judgement.remarks, story.schedule);
    else this.#broken = story;
  }

  /** Has some schedules played once more, to shrink what was found. */
  async result(play: (schedule: Schedule) => Promise<Story>): Promise<Result> {
    const { id: check } = this.check;
    if (!this.#broken) return { check, outcome: 'passed', plays: this.plays, remarks: [...this.#remarks.values()] };
    const { schedule, played } = await this.#shrunk(play, this.#broken);
    const judgement = judged(this.check, { schedule, played });
    const { trace } = played;
    if (judgement.outcome === 'failed') return { check, ...judgement, plays: this.plays, schedule, trace };
    const because =
      judgement.outcome === 'error'
        ? judgement.because
        : `The check ${check} does not judge the same trace the same way.`;
    return { check, outcome: 'error', because, schedule, trace };
  }

  #note(remarks: readonly Remark[], schedule: Schedule): void {
    for (const remark of remarks) {
      const known = this.#remarks.get(remark.id);
      this.#remarks.set(remark.id, known ? { ...known, times: known.times + 1 } : { ...remark, schedule, times: 1 });
    }
  }

  /** Takes faults out for as long as it still breaks in the same way. */
  async #shrunk(play: (schedule: Schedule) => Promise<Story>, found: Story): Promise<Story> {
    if (found.schedule.length < 2) return found;
    const { outcome } = judged(this.check, found);
    for (const fault of found.schedule) {
      const schedule = found.schedule.filter((other) => other !== fault);
      const fewer = await play(schedule);
      if (judged(this.check, fewer).outcome === outcome) return this.#shrunk(play, fewer);
    }
    return found;
  }
}

/**
 * A program that cannot run cannot be judged, and one that breaks by itself in calm weather need not be. One that never
 * comes to rest is judged by what it did; only if that is right, its restlessness is what there is to say.
 */
export function judged(check: Check, { schedule, played }: Story): Judgement {
  if (played.ended !== 'returned' && played.ended !== 'horizon')
    return { outcome: 'error', because: played.because ?? `The play did not end: ${played.ended}.` };
  const broken = schedule.length === 0 ? breakage(played) : undefined;
  if (broken !== undefined) return { outcome: 'error', because: broken };
  const verdict = verdictOf(check, played);
  return verdict.outcome === 'passed' && played.because !== undefined
    ? { outcome: 'error', because: played.because }
    : verdict;
}

function verdictOf(check: Check, { trace }: Story['played']): Judgement {
  try {
    return check.verdict(trace);
  } catch (error) {
    return { outcome: 'error', because: `The check ${check.id} itself failed: ${describe(error)}` };
  }
}

/** By itself: once the scenario has taken broker or mail provider away, dying of that and starting again is one way to go on. */
function breakage({ trace }: Story['played']): string | undefined {
  const provoked = trace.findIndex((entry) => entry.kind === 'broker' || entry.kind === 'mail refused');
  const byItself = provoked === -1 ? trace : trace.slice(0, provoked);
  const crashed = byItself.find(
    (entry) => entry.kind === 'crashed' && (entry.because === 'did not start' || entry.because === 'unhandled error'),
  );
  return crashed?.kind === 'crashed'
    ? `The ${crashed.process} process ${crashed.because === 'did not start' ? 'did not start' : 'died'}: ${crashed.error}`
    : undefined;
}
