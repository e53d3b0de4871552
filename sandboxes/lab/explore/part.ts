import type { Check, Fault, Program, Scenario, Schedule } from 'lab/authoring';
import type { Story } from './batch.ts';
import { deploymentOf } from './deployment.ts';
import { allowsAll, Faults } from './faults.ts';
import { Judge } from './judge.ts';
import type { Sort } from './ledger.ts';
import { mixesOf } from './mixes.ts';
import { Pairs } from './pairs.ts';

/** One scenario with the checks that share its plays. */
export class Part {
  readonly scenario: Scenario;
  readonly judges: readonly Judge[];
  singles: readonly Fault[] = [];
  mixes: readonly Schedule[] = [];
  pairs = new Pairs([], () => false);
  readonly #faults: Faults;
  readonly #isDeep: boolean;
  #calmFaults: readonly Fault[] = [];
  readonly #hearers = new Map<Fault, readonly Judge[]>();
  /** Of the plays of single faults. */
  #plays = 0;
  #steps = 0;

  constructor(program: Program, scenario: Scenario, checks: readonly Check[], isDeep: boolean) {
    this.scenario = scenario;
    this.judges = checks.map((check) => new Judge(check));
    const reading = deploymentOf(program);
    const scopes = checks.flatMap(({ scope }) => scope);
    this.#faults = new Faults(scopes, reading.kind === 'read' ? reading.deployed.replicas : 0);
    this.#isDeep = isDeep;
  }

  /** All checks have their result: further plays can say nothing new. */
  get isSettled(): boolean {
    return this.judges.every((judge) => judge.isSettled);
  }

  /** On average: what a play of two faults will take. */
  get stepsOfAPlay(): number {
    return Math.max(1, this.#steps / Math.max(1, this.#plays));
  }

  hear(story: Story, sort: Sort): void {
    for (const judge of this.judges) judge.hear(story);
    if (sort === 'calm') this.#calmFaults = this.#faults.at(story.played.reached);
    const [single] = story.schedule;
    if (sort !== 'single faults' || !this.#isDeep || !single) return;
    this.#plays++;
    this.#steps += story.played.events;
    this.pairs.hear(single, this.#faultsAfter(single, story));
  }

  planFromCalm(mixes: number): void {
    this.singles = this.#calmFaults;
    this.mixes = mixesOf(this.singles, mixes, (mix) => this.#isHeard(mix));
    const mixedWith = new Map<Fault, Set<Fault>>();
    for (const [one, other, third] of this.mixes) {
      if (!one || !other || third) continue;
      mixedWith.set(one, (mixedWith.get(one) ?? new Set()).add(other));
      mixedWith.set(other, (mixedWith.get(other) ?? new Set()).add(one));
    }
    const isMixed = (one: Fault, other: Fault) => mixedWith.get(one)?.has(other) ?? false;
    this.pairs = new Pairs(this.singles, (one, other) => this.#areHeard(one, other) && !isMixed(one, other));
  }

  /** Whether some check must survive all of these at once. */
  #isHeard(schedule: Schedule): boolean {
    return this.judges.some(({ check }) => allowsAll(check.scope, schedule));
  }

  #areHeard(one: Fault, other: Fault): boolean {
    const hearers = this.#hearersOf(other);
    return this.#hearersOf(one).some((judge) => hearers.includes(judge));
  }

  /** The checks that must survive this fault. */
  #hearersOf(fault: Fault): readonly Judge[] {
    const hearers = this.#hearers.get(fault) ?? this.judges.filter(({ check }) => allowsAll(check.scope, [fault]));
    this.#hearers.set(fault, hearers);
    return hearers;
  }

  /**
   * What can strike once this fault has: a play of both is the play of this one until then. What comes before it is found
   * in the other's play.
   */
  #faultsAfter(fault: Fault, { played: { reached } }: Story): Fault[] {
    if (!('point' in fault)) return this.#faults.at(reached);
    const points = [...reached];
    const from = points.findIndex(([point]) => point === fault.point);
    return from === -1 ? [] : this.#faults.at(new Map(points.slice(from)));
  }
}
