import type { Start } from 'lab';
import { describe } from '#world/failure.ts';
import { LATENCY } from '#world/latency.ts';
import type { World } from '#world/world.ts';
import { type CrashedBecause, Life } from './life.ts';

/** What a process needs of the play it is in. */
export interface Machine {
  readonly world: World;
  /** Loads the process's module afresh, or gives the author's function. */
  startOf(process: Process, life: Life): Start;
  platformOf(life: Life): Parameters<Start>[0];
  /** Everybody who talks to this life learns that it is gone. */
  disconnect(life: Life): void;
}

const MOST_FAILED_STARTS = 3;
const MOST_RESTART_FACTOR = 8;

/** A place in the deployment: it lives, crashes and lives again with fresh modules. */
export class Process {
  readonly name: string;
  readonly instance: number;
  readonly id: string;
  life: Life | undefined;
  ready = false;
  readonly #machine: Machine;
  #wanted = true;
  #lives = 0;
  /** Starts that failed in a row: after three the machine gives up, or a typing mistake would restart for ever. */
  #failedStarts = 0;
  #awaitingReady: (() => void)[] = [];

  constructor(machine: Machine, name: string, instance: number, instances: number) {
    this.#machine = machine;
    this.name = name;
    this.instance = instance;
    this.id = instances === 1 ? name : `${name}-${instance}`;
  }

  /** Resolves when it is ready, which may take several lives. Does nothing to a process that is up. */
  start(): Promise<void> {
    this.#wanted = true;
    this.#failedStarts = 0;
    if (this.ready) return Promise.resolve();
    const ready = new Promise<void>((resolve) => this.#awaitingReady.push(resolve));
    // An occasion of its own: what goes wrong in these first steps is then known to be this process's.
    if (!this.life) this.#machine.world.after(0, () => this.#liveUnlessUp());
    return ready;
  }

  /** It stays down until it is started. */
  stop(): void {
    this.#wanted = false;
    this.life?.crash('stopped');
  }

  #liveUnlessUp(): void {
    if (this.#wanted && !this.life) this.#live();
  }

  #live(): void {
    const { world } = this.#machine;
    const who = { process: this.name, instance: this.instance, life: ++this.#lives };
    const life = new Life(this.id, who, (because, error) => this.#ended(life, because, error));
    this.life = life;
    world.giveControl(life);
    world.record({ kind: 'started', ...who });
    this.#run(life).then(
      () => this.#becameReady(life),
      (error) => life.crash('did not start', error),
    );
  }

  async #run(life: Life): Promise<void> {
    const start = this.#machine.startOf(this, life);
    await start(this.#machine.platformOf(life));
  }

  #becameReady(life: Life): void {
    if (!life.alive) return;
    this.ready = true;
    this.#failedStarts = 0;
    this.#machine.world.record({ kind: 'ready', ...life.who });
    for (const resolve of this.#awaitingReady.splice(0)) resolve();
  }

  #ended(life: Life, because: CrashedBecause, error: unknown): void {
    const { world } = this.#machine;
    this.life = undefined;
    this.ready = false;
    const ofItself = because === 'did not start' || because === 'unhandled error';
    const told = ofItself ? { error: describe(error) } : {};
    world.record({ kind: 'crashed', because, ...life.who, ...told }, undefined, world.places?.of(error));
    world.forgetWhoAsked();
    this.#machine.disconnect(life);
    if (because === 'did not start') this.#failedStarts++;
    if (this.#wanted && this.#failedStarts < MOST_FAILED_STARTS) this.#restartLater();
  }

  #restartLater(): void {
    const lives = this.#lives;
    const afterMs = LATENCY.restart * Math.min(lives, MOST_RESTART_FACTOR);
    this.#machine.world.after(afterMs, () => {
      if (this.#lives === lives) this.#liveUnlessUp(); // unless it was started by hand meanwhile
    });
  }
}
