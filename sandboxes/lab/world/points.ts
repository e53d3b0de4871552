import type { Point, Verb } from 'lab/authoring';

/** Names effects by who does what to whom for the how-manieth time, and remembers which were reached. */
export class Points {
  readonly reached = new Map<Point, Verb>();
  readonly #counts = new Map<string, number>();

  next(who: string, verb: Verb, target?: string): Point {
    const name = target === undefined ? `${who}:${verb}` : `${who}:${verb}:${target}`;
    const nth = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, nth);
    const point = `${name}:${nth}`;
    this.reached.set(point, verb);
    return point;
  }
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
