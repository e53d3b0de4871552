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
import { allowsAll, faultsAt } from './faults.ts';
import { Judge } from './judge.ts';
import { Ledger, type Sort } from './ledger.ts';
import { mixesOf, pairsOf, setId } from './plan.ts';

/**
 * Plays each scenario calmly, then with each single fault at each point that the calm play reached, then with seeded mixes;
 * deeply, then with pairs of each single fault and all that its own play reached. The same program and the same checks give
 * the same results, whatever the batch. Never rejects because of what the program or a check does.
 */
export async function explore(program: Program, checks: readonly Check[], options: ExploreOptions): Promise<Report> {
  const exploration = new Exploration(program, checks, options);
  await exploration.run();
  return exploration.report;
}

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
      await this.#play(
        part,
        'single faults',
        part.singles.map((fault) => [fault]),
      );
      await this.#play(part, 'mixes', part.mixes);
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
    const pairs = this.#parts.map((part) => part.pairs());
    for (const all of pairs) this.#ledger.plan('pairs', all.length);
    for (const [i, part] of this.#parts.entries()) {
      await this.#play(part, 'pairs', pairs[i]!);
      await this.#tell(part, true);
    }
  }

  async #play(part: Part, sort: Sort, schedules: readonly Schedule[]): Promise<void> {
    const size = this.#batchSize;
    let from = 0;
    for (; from < schedules.length && !this.#isStopped && !part.isSettled; from += size) {
      const { scenario } = part;
      const cues = schedules.slice(from, from + size).map((schedule) => ({ scenario, schedule }));
      for (const story of await this.#playCues(cues)) this.#hear(part, sort, story);
      await this.#tell(part, false);
      this.#options.onProgress?.(this.#progress);
    }
    // Once all its checks are broken, a scenario has nothing more to say.
    if (part.isSettled) this.#ledger.plan(sort, Math.min(from, schedules.length) - schedules.length);
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

/** One scenario with the checks that share its plays. */
class Part {
  readonly scenario: Scenario;
  readonly judges: readonly Judge[];
  singles: readonly Fault[] = [];
  mixes: readonly Schedule[] = [];
  readonly #replicas: number;
  readonly #isDeep: boolean;
  #calmFaults: readonly Fault[] = [];
  /** What could strike in the play of each single fault, for pairs. */
  readonly #reachedBy = new Map<Fault, readonly Fault[]>();

  constructor(program: Program, scenario: Scenario, checks: readonly Check[], isDeep: boolean) {
    this.scenario = scenario;
    this.judges = checks.map((check) => new Judge(check));
    const reading = deploymentOf(program);
    this.#replicas = reading.kind === 'read' ? reading.deployed.replicas : 0;
    this.#isDeep = isDeep;
  }

  /** All checks have their result: further plays can say nothing new. */
  get isSettled(): boolean {
    return this.judges.every((judge) => judge.isSettled);
  }

  hear(story: Story, sort: Sort): void {
    for (const judge of this.judges) judge.hear(story);
    if (sort === 'calm') this.#calmFaults = this.#faultsAt(story.played.reached);
    const [single] = story.schedule;
    if (sort === 'single faults' && this.#isDeep && single)
      this.#reachedBy.set(single, this.#faultsAfter(single, story));
  }

  planFromCalm(mixes: number): void {
    this.singles = this.#calmFaults;
    this.mixes = mixesOf(this.singles, mixes, (mix) => this.#isHeard(mix));
  }

  pairs(): Schedule[] {
    if (this.isSettled) return [];
    const mixed = new Set(this.mixes.map(setId));
    const pairs = pairsOf(this.singles, (single) => this.#reachedBy.get(single) ?? []);
    return pairs.filter((pair) => this.#isHeard(pair) && !mixed.has(setId(pair)));
  }

  /** Whether some check must survive all of these at once. */
  #isHeard(schedule: Schedule): boolean {
    return this.judges.some(({ check }) => allowsAll(check.scope, schedule));
  }

  /**
   * What can strike once this fault has: a play of both is the play of this one until then. What comes before it is found
   * in the other's play.
   */
  #faultsAfter(fault: Fault, { played: { reached } }: Story): Fault[] {
    if (!('point' in fault)) return this.#faultsAt(reached);
    const points = [...reached];
    const from = points.findIndex(([point]) => point === fault.point);
    return from === -1 ? [] : this.#faultsAt(new Map(points.slice(from)));
  }

  #faultsAt(reached: Story['played']['reached']): Fault[] {
    const scopes = this.judges.flatMap(({ check }) => check.scope);
    return faultsAt(reached, scopes, this.#replicas);
  }
}
