import type { Fault, Point, Schedule, Scope, Verb } from 'lab/authoring';
import { parsePoint } from '#world/points.ts';

/** What can strike in the plays of one scenario. The same fault is the same object in all of them. */
export class Faults {
  readonly #scopes: readonly Scope[];
  readonly #lags: readonly Fault[];
  /** What can strike at a point never changes, and most points are reached in every play. */
  readonly #known = new Map<Point, readonly Fault[]>();

  constructor(scopes: readonly Scope[], replicas: number) {
    this.#scopes = scopes;
    this.#lags = lagsOf(scopes, replicas);
  }

  /** Every single fault in any of the scopes at the points that a play reached, in the order in which it reached them. */
  at(reached: ReadonlyMap<Point, Verb>): Fault[] {
    const faults: Fault[] = [];
    for (const [point, verb] of reached) faults.push(...this.#atPoint(point, verb));
    return [...faults, ...this.#lags];
  }

  #atPoint(point: Point, verb: Verb): readonly Fault[] {
    const faults = this.#known.get(point) ?? distinct(faultsOf(point, verb, this.#scopes));
    this.#known.set(point, faults);
    return faults;
  }
}

function lagsOf(scopes: readonly Scope[], replicas: number): Fault[] {
  const lags: Fault[] = [];
  for (const scope of scopes) {
    if (scope.fault !== 'lag') continue;
    for (const byMs of scope.byMs ?? [])
      for (let replica = 1; replica <= replicas; replica++) lags.push({ kind: 'lag', replica, byMs });
  }
  return distinct(lags);
}

function faultsOf(point: Point, verb: Verb, scopes: readonly Scope[]): Fault[] {
  const faults: Fault[] = [];
  if (verb !== 'deliver')
    for (const moment of MOMENTS) faults.push({ kind: 'crash', moment, point }, { kind: 'fail', moment, point });
  for (const { fault: kind, byMs: times = [] } of scopes) {
    const isPossible = kind === 'delay' || (kind === 'duplicate' && verb === 'deliver');
    if (isPossible) for (const byMs of times) faults.push({ kind, byMs, point });
  }
  return faults.filter((fault) => scopes.some((scope) => allows(scope, fault)));
}

const MOMENTS = ['before', 'after'] as const;

/** Whether a check with this scope must survive this fault. */
export function allows(scope: Scope, fault: Fault): boolean {
  if (scope.fault !== fault.kind) return false;
  if ('byMs' in fault && !scope.byMs?.includes(fault.byMs)) return false;
  if (!('point' in fault)) return true;
  const point = parsePoint(fault.point);
  if (!point) return false;
  if (scope.at && !scope.at.includes(point.verb)) return false;
  if (!scope.of) return true;
  if (point.verb === 'deliver') return scope.of.includes(point.target ?? '');
  return scope.of.includes(point.who) || scope.of.includes(point.who.replace(/-\d+$/, ''));
}

export const allowsAll = (scopes: readonly Scope[], schedule: Schedule): boolean =>
  schedule.every((fault) => scopes.some((scope) => allows(scope, fault)));

/** Whether both can strike in one play. Of two crashes or failures at one point only the first can, and of two copies or delays. */
export function canMeet(a: Fault, b: Fault): boolean {
  if (a.kind === 'lag' && b.kind === 'lag') return a.replica !== b.replica;
  if (a.kind === 'lag' || b.kind === 'lag') return true;
  if (a.point !== b.point) return true;
  const isSudden = (fault: Fault) => fault.kind === 'crash' || fault.kind === 'fail';
  return a.kind !== b.kind && !(isSudden(a) && isSudden(b));
}

function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter((fault) => {
    const id = JSON.stringify(fault);
    return !seen.has(id) && seen.add(id);
  });
}
