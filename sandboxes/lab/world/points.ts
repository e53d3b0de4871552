import type { Point, Verb } from 'lab/authoring';

/** One kind of effect: who does what to whom. Its points have the same names in every play, so they are made once. */
interface Kind {
  readonly number: number;
  readonly prefix: string;
  readonly names: Point[];
}

/** By who, by verb, by target: looked up without putting names together, which happens too often for that. */
const kinds = new Map<string, Map<Verb, Map<string | undefined, Kind>>>();
let kindsKnown = 0;

/** Names effects by who does what to whom for the how-manieth time, and remembers which were reached. */
export class Points {
  readonly #points: Point[] = [];
  readonly #verbs: Verb[] = [];
  /** How often each kind was reached, by its number. */
  readonly #counts: number[] = [];
  readonly #rare = new Map<string, number>();
  #reached: Map<Point, Verb> | undefined;

  next(who: string, verb: Verb, target?: string): Point {
    const kind = kinds.get(who)?.get(verb)?.get(target) ?? kindOf(who, verb, target);
    const point = kind ? this.#nextOf(kind) : this.#nextRare(prefixOf(who, verb, target));
    this.#points.push(point);
    this.#verbs.push(verb);
    this.#reached = undefined;
    return point;
  }

  /** In the order in which they were reached. */
  get reached(): ReadonlyMap<Point, Verb> {
    this.#reached ??= new Map(this.#points.map((point, i) => [point, this.#verbs[i]!]));
    return this.#reached;
  }

  get count(): number {
    return this.#points.length;
  }

  /** The names go on from where they are; those that came after so many were not reached. */
  forgetAfter(count: number): void {
    this.#points.length = count;
    this.#verbs.length = count;
    this.#reached = undefined;
  }

  #nextOf(kind: Kind): Point {
    const nth = (this.#counts[kind.number] ?? 0) + 1;
    this.#counts[kind.number] = nth;
    kind.names[nth] ??= `${kind.prefix}:${nth}`;
    return kind.names[nth]!;
  }

  #nextRare(prefix: string): Point {
    const nth = (this.#rare.get(prefix) ?? 0) + 1;
    this.#rare.set(prefix, nth);
    return `${prefix}:${nth}`;
  }
}

/** A program that makes up topics as it goes must not fill the memory: from then on names are put together as they come. */
const MOST_KINDS = 2_000;

/** Undefined when there are too many. */
function kindOf(who: string, verb: Verb, target: string | undefined): Kind | undefined {
  if (kindsKnown >= MOST_KINDS) return undefined;
  const kind = { number: kindsKnown++, prefix: prefixOf(who, verb, target), names: [''] };
  const ofWho = kinds.get(who) ?? new Map<Verb, Map<string | undefined, Kind>>();
  const ofVerb = ofWho.get(verb) ?? new Map<string | undefined, Kind>();
  kinds.set(who, ofWho.set(verb, ofVerb.set(target, kind)));
  return kind;
}

function prefixOf(who: string, verb: Verb, target: string | undefined): string {
  return target === undefined ? `${who}:${verb}` : `${who}:${verb}:${target}`;
}

const VERBS: ReadonlySet<string> = new Set<Verb>([
  'commit',
  'publish',
  'send',
  'mail',
  'ack',
  'offset',
  'call',
  'answer',
  'deliver',
]);

/** The parts of a point's name. Targets may contain colons, the others cannot. */
export function parsePoint(
  point: Point,
): { readonly who: string; readonly verb: Verb; readonly target: string | undefined } | undefined {
  const [who, verb, ...rest] = point.split(':');
  if (who === undefined || verb === undefined || !VERBS.has(verb)) return undefined;
  const target = rest.slice(0, -1).join(':');
  return { who, verb: verb as Verb, target: target === '' ? undefined : target };
}
