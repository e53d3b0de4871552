import type { Platform, Start } from 'lab';
import type { Program, Scenario, Stage } from 'lab/authoring';
import { BrokerServer } from '#broker/broker.ts';
import { DatabaseServer } from '#database/database.ts';
import { Globals } from '#globals/globals.ts';
import { Logs } from '#logs/logs.ts';
import { customerOf } from '#network/customer.ts';
import { MailProvider } from '#network/mail.ts';
import { Network } from '#network/network.ts';
import type { Life } from '#processes/life.ts';
import { Modules } from '#processes/modules.ts';
import { type Machine, Process } from '#processes/process.ts';
import { LATENCY } from '#world/latency.ts';
import type { World } from '#world/world.ts';
import type { Deployed } from './deployment.ts';
import { replicaLagMs } from './replica-lag.ts';

/** Everything that is there when a play begins: the world's servers, and the processes of learner and author. */
export class Theatre {
  readonly processes: Process[] = [];
  readonly #world: World;
  readonly #program: Program;
  readonly #deployed: Deployed;
  readonly #network: Network;
  readonly #broker: BrokerServer;
  readonly #database: DatabaseServer;
  readonly #mail: MailProvider;
  /** What each process runs: a module of the learner's, or a function of the author's. */
  readonly #entries = new Map<string, string | Start>();

  constructor(world: World, program: Program, deployed: Deployed, scenario: Scenario) {
    this.#world = world;
    this.#program = program;
    this.#deployed = deployed;
    this.#network = new Network(world, this.processes);
    this.#broker = new BrokerServer(world, new Logs(world, deployed.logs));
    this.#database = new DatabaseServer(world, deployed.relations, scenario.given ?? {});
    this.#mail = new MailProvider(world);
    for (const { name, module, instances } of deployed.processes)
      this.#cast(name, module, scenario.instances?.[name] ?? instances);
    for (const [name, start] of Object.entries(scenario.guests ?? {}))
      this.#cast(name, start, scenario.instances?.[name] ?? 1);
  }

  /** What the scenario does things with. */
  get stage(): Stage {
    const world = this.#world;
    return {
      customer: customerOf(world, this.#network),
      publisher: { publish: (topic, body, options) => this.#publish(topic, body, options?.key ?? null) },
      operator: {
        stop: (name) => {
          for (const process of this.#named(name)) process.stop();
        },
        start: async (name) => {
          this.#deployFirst(name);
          await Promise.all(this.#named(name).map((process) => process.start()));
        },
        stopBroker: () => this.#broker.stop(),
        startBroker: () => this.#broker.start(),
        stopMail: () => {
          this.#mail.isDown = true;
        },
        startMail: () => {
          this.#mail.isDown = false;
        },
      },
      sleep: (ms) => this.#sleep(ms),
      settled: (atMostMs) => world.rest.await(world.now, atMostMs),
    };
  }

  #cast(name: string, entry: string | Start, instances: number): void {
    const machine: Machine = {
      world: this.#world,
      startOf: (process, life) => this.#startOf(process, life),
      platformOf: (life) => this.#platformOf(life),
      disconnect: (life) => {
        this.#network.disconnect(life);
        this.#broker.disconnect(life);
        this.#database.disconnect(life);
      },
    };
    this.#entries.set(name, entry);
    for (let instance = 1; instance <= instances; instance++)
      this.processes.push(new Process(machine, name, instance, instances));
  }

  /** A process of which the scenario left none is deployed now, for the first time. */
  #deployFirst(name: string): void {
    const entry = this.#entries.get(name);
    if (entry !== undefined && !this.processes.some((process) => process.name === name)) this.#cast(name, entry, 1);
  }

  #startOf({ name }: Process, life: Life): Start {
    const entry = this.#entries.get(name)!;
    if (typeof entry === 'function') return entry;
    const globals = new Globals(this.#world, life, this.#network);
    const modules = new Modules(this.#program, globals, (module) =>
      this.#world.record({ kind: 'loaded', module, ...life.who }),
    );
    const { default: start } = modules.load(entry);
    if (typeof start === 'function') return start as Start;
    const nothing = new Error(
      `${entry} has no default export that starts the service: write export default function start(platform) { … }`,
    );
    this.#world.places?.blame(nothing, { path: entry, line: 1, column: 1 });
    throw nothing;
  }

  #platformOf(life: Life): Platform {
    return {
      app: this.#network.appOf(life),
      broker: this.#broker.brokerOf(life),
      database: this.#database.databaseOf(life),
      replicas: Array.from({ length: this.#deployed.replicas }, (_, i) =>
        this.#database.replicaOf(life, i + 1, replicaLagMs(this.#world.schedule, i + 1)),
      ),
      mail: this.#mail.mailOf(life),
    };
  }

  async #publish(topic: string, body: object, key: string | null): Promise<void> {
    while (!this.#broker.publishFromOutside(topic, body, key)) await this.#sleep(LATENCY.restart);
    await this.#sleep(LATENCY.publish);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#world.after(ms, resolve));
  }

  #named(name: string): Process[] {
    const found = this.processes.filter((process) => process.name === name);
    if (found.length === 0) throw new Error(`There is no process called ${name}: declare it in deployment.ts.`);
    return found;
  }
}
