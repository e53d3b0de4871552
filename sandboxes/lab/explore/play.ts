import type { Ended, Played, PlayOptions, Program, Scenario, Schedule } from 'lab/authoring';
import { linesLost } from '#globals/console.ts';
import { describe } from '#world/failure.ts';
import { HORIZON_MS, MOST_EVENTS } from '#world/latency.ts';
import { Places } from '#world/places.ts';
import { busiest } from '#world/rest.ts';
import { World } from '#world/world.ts';
import { deploymentOf } from './deployment.ts';
import { Theatre } from './stage.ts';

type State =
  | { readonly kind: 'going on' }
  | { readonly kind: 'over'; readonly ended: Ended; readonly because?: string };

const ASKS_FOR_MORE = 'never came to rest: it kept asking for more until the play was cut off';
const STILL_AT_WORK = 'never came to rest: a simulated minute later it was still at work';

const UNFINISHED = { ended: 'stuck', because: 'The play was left unfinished.' } as const;
const NO_PLACES: Played['places'] = new Map();

/** One play in progress: `step` it until it is over, and let all microtasks run between two steps. */
export class Play {
  readonly scenario: Scenario;
  readonly schedule: Schedule;
  readonly world: World;
  #theatre: Theatre | undefined;
  #hasBegun = false;
  #state: State = { kind: 'going on' };
  /** When somebody outside last heard something, or will. */
  #patientUntil = HORIZON_MS;

  constructor(program: Program, scenario: Scenario, schedule: Schedule, { positions, onStep }: PlayOptions = {}) {
    this.scenario = scenario;
    this.schedule = schedule;
    this.world = new World(schedule, positions ? new Places(program) : undefined);
    if (onStep)
      this.world.onControl = (life) =>
        onStep({ scenario: scenario.id, schedule, process: life.id, atMs: this.world.now });
    const reading = deploymentOf(program);
    if (reading.kind === 'unreadable') this.#end('failed', reading.because);
    else this.#begin(new Theatre(this.world, program, reading.deployed, scenario));
  }

  get isOver(): boolean {
    return this.#state.kind === 'over';
  }

  step(): void {
    const { world } = this;
    if (this.#state.kind === 'over') return;
    if (world.events >= MOST_EVENTS) this.#end('too many events', this.#restless(ASKS_FOR_MORE));
    else if (!world.rest.isAwaited && (world.nextAt ?? 0) > this.#patientUntil) this.#end('stuck', this.#waitingFor());
    else this.#stepOn();
  }

  /** What came of it. `spoiled` names what the program changed of the language itself, should that have broken the play. */
  played(spoiled?: string): Played {
    const { trace, points, events, places } = this.world;
    const { ended, because } = this.#state.kind === 'over' ? this.#state : UNFINISHED;
    const isBroken = ended === 'failed' || ended === 'stuck';
    const why = isBroken && spoiled !== undefined ? `The program changed ${spoiled}. ${because}` : because;
    const { schedule, world } = this;
    return {
      trace,
      ended,
      ...(why === undefined ? {} : { because: why }),
      events,
      places: places?.found ?? NO_PLACES,
      get linesLost() {
        return linesLost(world);
      },
      // Most plays are judged and forgotten without anybody asking for these.
      get reached() {
        return points.reached;
      },
      get unreached() {
        return schedule.flatMap((fault) => ('point' in fault && !points.reached.has(fault.point) ? [fault.point] : []));
      },
    };
  }

  #stepOn(): void {
    try {
      if (!this.world.step()) this.#end('stuck', this.#waitingFor());
    } catch (error) {
      this.#end('failed', `The sandbox itself failed: ${describe(error)}`);
    }
  }

  #begin(theatre: Theatre): void {
    this.#theatre = theatre;
    this.#playOut(theatre).then(
      () => this.#end(...this.#ending()),
      (error) => this.#end('failed', `The scenario ${this.scenario.id} failed: ${describe(error)}`),
    );
  }

  async #playOut(theatre: Theatre): Promise<void> {
    await Promise.all(theatre.processes.map((process) => process.start()));
    this.#hasBegun = true;
    this.#patientUntil = Number.POSITIVE_INFINITY;
    await this.scenario.play(theatre.stage);
  }

  #ending(): [Ended, string?] {
    return this.world.rest.gaveUp ? ['horizon', this.#restless(STILL_AT_WORK)] : ['returned'];
  }

  #end(ended: Ended, because?: string): void {
    if (this.#state.kind === 'going on')
      this.#state = { kind: 'over', ended, ...(because === undefined ? {} : { because }) };
  }

  #restless(did: string): string {
    const who = busiest(this.world.trace);
    return who === undefined ? `The program ${did}.` : `The ${who} process ${did}.`;
  }

  #waitingFor(): string {
    const waiting = this.#theatre?.processes.find((process) => !process.ready);
    const failed = this.world.trace.findLast(
      (entry) => entry.kind === 'crashed' && entry.because === 'did not start' && entry.process === waiting?.name,
    );
    if (failed?.kind === 'crashed') return `The ${failed.process} process did not start: ${failed.error}`;
    if (!this.#hasBegun && waiting)
      return `The ${waiting.name} process never became ready: its start function has not returned. A loop that never ends is started there, not awaited.`;
    return `The scenario ${this.scenario.id} waits for something that never comes.`;
  }
}
