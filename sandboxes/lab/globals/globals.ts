import { SIMULATED, type SimulatedName } from '#compile/scope.ts';
import { fetchOf } from '#network/fetch.ts';
import type { Network } from '#network/network.ts';
import type { Life } from '#processes/life.ts';
import { freezeWhole } from '#world/freeze-whole.ts';
import type { World } from '#world/world.ts';
import { abortOf } from './abort.ts';
import { cryptoWith, mathWith, randomFrom } from './chance.ts';
import { consoleOf } from './console.ts';
import { dateWith, EPOCH_MS } from './date.ts';
import { LANGUAGE } from './language.ts';
import { refusalOf } from './refusals.ts';
import { Timers } from './timers.ts';

/**
 * What the modules of one process see as globals. Each is made when a module mentions it: starting a process is a third
 * of a play, and most services use four or five of these.
 */
export class Globals {
  readonly #world: World;
  readonly #life: Life;
  readonly #network: Network;
  readonly #made: Record<string, unknown> = {};
  #random: (() => number) | undefined;
  #timers: Timers | undefined;
  #abort: ReturnType<typeof abortOf> | undefined;

  constructor(world: World, life: Life, network: Network) {
    this.#world = world;
    this.#life = life;
    this.#network = network;
  }

  /** Undefined for names that are not there. */
  get(name: string): unknown {
    this.#made[name] ??= isSimulated(name) ? this.#make(name) : refusalOf(name);
    return this.#made[name];
  }

  #make(name: SimulatedName): unknown {
    const [world, life] = [this.#world, this.#life];
    switch (name) {
      case 'setTimeout':
      case 'setInterval':
      case 'setImmediate':
        return this.#ofTimers()[name];
      case 'clearTimeout':
      case 'clearInterval':
      case 'clearImmediate':
        return this.#ofTimers().clear;
      case 'queueMicrotask':
        return queued;
      case 'Date':
        return dateWith(() => EPOCH_MS + world.time());
      case 'Math':
        return mathWith(this.#chance());
      case 'crypto':
        return cryptoWith(this.#chance());
      case 'console':
        return consoleOf(world, life);
      case 'performance':
        return { now: () => world.time(), timeOrigin: EPOCH_MS };
      case 'AbortController':
      case 'AbortSignal':
        this.#abort ??= abortOf(world, life);
        return this.#abort[name];
      case 'fetch':
        return fetchOf(world, life, this.#network);
      case 'globalThis':
        return this.#globalThis();
    }
  }

  #ofTimers(): Timers {
    this.#timers ??= new Timers(this.#world, this.#life);
    return this.#timers;
  }

  /** `Math.random` and `crypto` draw from one sequence. */
  #chance(): () => number {
    this.#random ??= randomFrom(`${this.#life.id}/${this.#life.who.life}`);
    return this.#random;
  }

  /** An object of its own for each process; it cannot lead to the machine underneath. */
  #globalThis(): object {
    const whole: Record<string, unknown> = { ...LANGUAGE };
    for (const name of SIMULATED) if (name !== 'globalThis') whole[name] = this.get(name);
    whole.globalThis = whole;
    return whole;
  }
}

const simulated: ReadonlySet<string> = new Set(SIMULATED);
const isSimulated = (name: string): name is SimulatedName => simulated.has(name);

/** A throw becomes a rejection that nobody awaits, whose owner the lab knows. */
function queued(run: () => void): void {
  if (typeof run !== 'function') throw new TypeError('The "callback" argument must be of type function.');
  void Promise.resolve().then(run);
}
freezeWhole(queued);
