import type {
  Check,
  Cue,
  ExploreOptions,
  Fault,
  Program,
  Progress,
  Report,
  Result,
  Scenario,
  Schedule,
} from 'lab/authoring';
import { playCues, type Story, USUAL_BATCH } from './batch.ts';
import { deploymentOf } from './deployment.ts';
import { allowsAll, Faults } from './faults.ts';
import { hop } from './hop.ts';
import { Judge } from './judge.ts';
import { Ledger, type Sort } from './ledger.ts';
import { mixesOf } from './mixes.ts';
import { Pairs } from './pairs.ts';
import { shareOut } from './share-out.ts';

/**
 * Plays each scenario calmly, then with each single fault at each point that the calm play reached, then with seeded mixes;
 * deeply, then with pairs of each single fault and all that its own play reached, or with a sample of them. The same program
 * and the same checks give the same results, whatever the batch. Never rejects because of what the program or a check does.
 */
export async function explore(program: Program, checks: readonly Check[], options: ExploreOptions): Promise<Report> {
  const exploration = new Exploration(program, checks, options);
  await exploration.run();
  return exploration.report;
}

/**
 * Steps of the simulated world that take about a minute. Time itself is no bound: a slow machine would play other pairs than
 * a fast one.
 */
const STEPS_OF_A_MINUTE = 6_000_000;

/** So many pairs are looked at in a few milliseconds, when they are counted. */
const LOOKED_AT_ONCE = 20_000;

class Exploration {
  readonly #program: Program;
  readonly #checks: readonly Check[];
  readonly #options: ExploreOptions;
  readonly #ledger = new Ledger();
  readonly #results = new Map<string, Result>();
  /** How many plays each judge had heard when it was last told of. */
  readonly #told = new Map<Judge, number>();
  readonly #parts: readonly Part[];

  constructor(program: Program, checks: readonly Check[], options: ExploreOptions) {
    this.#program = program;
    this.#checks = checks;
    this.#options = options;
    const scenarios = [...new Set(checks.map(({ scenario }) => scenario))];
    const isDeep = options.depth === 'deep';
    this.#parts = scenarios.map(
      (scenario) =>
        new Part(
          program,
          scenario,
          checks.filter((check) => check.scenario === scenario),
          isDeep,
        ),
    );
  }

  get report(): Report {
    const { coverage, plays, events } = this.#ledger;
    const results = this.#checks.flatMap(({ id }) => this.#results.get(id) ?? []);
    return { results, coverage, plays, events, stopped: this.#isStopped };
  }

  /** Calm plays come first for all scenarios, so that what is planned is known early; then results come scenario by scenario. */
  async run(): Promise<void> {
    this.#ledger.plan('calm', this.#parts.length);
    await this.#playCalmly();
    for (const part of this.#parts) {
      part.planFromCalm(this.#options.mixes);
      this.#ledger.plan('single faults', part.singles.length);
      this.#ledger.plan('mixes', part.mixes.length);
    }
    for (const part of this.#parts) {
      const singles = part.singles.map((fault) => [fault]);
      await this.#play(part, 'single faults', singles, singles.length);
      await this.#play(part, 'mixes', part.mixes, part.mixes.length);
      await this.#tell(part, true);
    }
    if (this.#options.depth === 'deep') await this.#playPairs();
    this.#options.onProgress?.(this.#progress);
  }

  async #playCalmly(): Promise<void> {
    const size = this.#batchSize;
    for (let from = 0; from < this.#parts.length && !this.#isStopped; from += size) {
      const parts = this.#parts.slice(from, from + size);
      const stories = await this.#playCues(parts.map(({ scenario }) => ({ scenario, schedule: [] })));
      for (const [i, part] of parts.entries()) this.#hear(part, 'calm', stories[i]!);
      for (const part of parts) await this.#tell(part, false);
      this.#options.onProgress?.(this.#progress);
    }
  }

  async #playPairs(): Promise<void> {
    for (const part of this.#parts) await this.#countPairs(part);
    if (this.#isStopped) return;
    const wishes = this.#parts.map(({ pairs, stepsOfAPlay }) => ({ count: pairs.count, price: stepsOfAPlay }));
    const shares = shareOut(this.#options.pairSteps ?? STEPS_OF_A_MINUTE, wishes);
    for (const [i, { pairs }] of this.#parts.entries()) this.#ledger.plan('pairs', shares[i]!, pairs.count);
    for (const [i, part] of this.#parts.entries()) {
      const { pairs } = part;
      await this.#play(part, 'pairs', pairs.sample(shares[i]!), shares[i]!, pairs.count);
      await this.#tell(part, true);
    }
  }

  /** Says in between that it is still there: whoever waits would take a long silence for a program that never ends. */
  async #countPairs({ isSettled, pairs }: Part): Promise<void> {
    if (isSettled) return;
    let lookedAt = 0;
    for (const more of pairs.counting()) {
      lookedAt += more;
      if (lookedAt < LOOKED_AT_ONCE) continue;
      lookedAt = 0;
      this.#options.onProgress?.(this.#progress);
      await hop();
      if (this.#isStopped) return;
    }
  }

  /** `outOf` these that are planned to be played. */
  async #play(part: Part, sort: Sort, schedules: Iterable<Schedule>, planned: number, outOf = planned): Promise<void> {
    const { scenario } = part;
    const next = schedules[Symbol.iterator]();
    let from = 0;
    while (from < planned && !this.#isStopped && !part.isSettled) {
      const cues = taken(next, this.#batchSize).map((schedule) => ({ scenario, schedule }));
      from += cues.length;
      for (const story of await this.#playCues(cues)) this.#hear(part, sort, story);
      await this.#tell(part, false);
      this.#options.onProgress?.(this.#progress);
    }
    // Once all its checks are broken, a scenario has nothing more to say.
    if (part.isSettled) this.#ledger.plan(sort, from - planned, from - outOf);
  }

  #playCues(cues: readonly Cue[]): Promise<Story[]> {
    this.#options.onBatch?.(cues);
    return playCues(this.#program, cues);
  }

  #hear(part: Part, sort: Sort, story: Story): void {
    this.#ledger.played(sort, story.played.events);
    part.hear(story, sort);
  }

  get #batchSize(): number {
    return this.#options.batch ?? USUAL_BATCH;
  }

  /**
   * A check that is broken is told at once; one that holds, when its scenario has been played out: deeply that is said
   * twice, before the pairs and after them, so that whoever stops in between keeps what was known.
   */
  async #tell(part: Part, isPlayedOut: boolean): Promise<void> {
    for (const judge of part.judges) {
      const isKnown = judge.isSettled || (isPlayedOut && !this.#isStopped);
      if (!isKnown || this.#told.get(judge) === judge.plays) continue;
      this.#told.set(judge, judge.plays);
      const { scenario } = part;
      const result = await judge.result(async (schedule) => (await this.#playCues([{ scenario, schedule }]))[0]!);
      this.#results.set(judge.check.id, result);
      this.#options.onResult?.(result);
    }
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted ?? false;
  }

  get #progress(): Progress {
    return { played: this.#ledger.plays, planned: this.#ledger.planned, coverage: this.#ledger.coverage };
  }
}

function taken(schedules: Iterator<Schedule>, count: number): Schedule[] {
  const some: Schedule[] = [];
  while (some.length < count) {
    const { value, done } = schedules.next();
    if (done) break;
    some.push(value);
  }
  return some;
}

/** One scenario with the checks that share its plays. */
class Part {
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
