import type { Place } from '#timeline/story.ts';
import type { Site } from './mark-loops.ts';

/** Where control goes round in a step that does not end. */
export interface Round {
  readonly place: Place;
  /** `promises`: between two rounds other code had its turn, but only code that was already waiting in the same step. */
  readonly kind: 'loop' | 'promises';
}

/**
 * Hears every round of every loop of a marked program (`markLoops`) and, when a step goes on for too long, says again and
 * again where it goes round: it may be the last that anybody hears of this program.
 */
export class RoundWatch {
  readonly #sites: readonly Site[];
  readonly #now: () => number;
  readonly #say: (round: Round) => void;
  #quietUntil = 0;
  #rounds = new Map<number, number>();
  #turns = 0;

  /** `now` is real time in milliseconds. */
  constructor(sites: readonly Site[], now: () => number, say: (round: Round) => void) {
    this.#sites = sites;
    this.#now = now;
    this.#say = say;
    this.stepped();
  }

  /** A new step began: whatever went round before has ended. */
  stepped(): void {
    this.#quietUntil = this.#now() + PATIENCE_MS;
    this.#rounds = new Map();
    this.#turns = 0;
  }

  readonly round = (site: number): true => {
    this.#rounds.set(site, (this.#rounds.get(site) ?? 0) + 1);
    if (this.#now() < this.#quietUntil) return true;
    const culprit = outermost(
      [...this.#rounds].flatMap(([index, times]) => (this.#sites[index] ? [{ site: this.#sites[index], times }] : [])),
    );
    if (culprit) this.#say({ place: culprit.place, kind: this.#turns > 0 ? 'promises' : 'loop' });
    this.#quietUntil = this.#now() + AGAIN_MS;
    this.#rounds = new Map();
    void Promise.resolve().then(() => {
      this.#turns++;
    });
    return true;
  };
}

/** A step of a right program takes far less than a millisecond. */
const PATIENCE_MS = 150;
const AGAIN_MS = 50;

interface Seen {
  readonly site: Site;
  readonly times: number;
}

/**
 * Of all that goes round lately, what contains the others; else what goes round least, since it calls the others. Functions
 * only count when no loop does: they are called by something.
 */
function outermost(seen: readonly Seen[]): Site | undefined {
  const loops = seen.filter(({ site }) => site.kind === 'loop');
  const candidates = loops.length > 0 ? loops : seen;
  const contained = ({ site }: Seen) =>
    candidates.some(
      (other) =>
        other.site !== site &&
        other.site.place.path === site.place.path &&
        other.site.from <= site.from &&
        site.to <= other.site.to,
    );
  return candidates.filter((one) => !contained(one)).toSorted((a, b) => a.times - b.times)[0]?.site;
}
