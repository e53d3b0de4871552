import type { Deployment, Platform, Start } from 'lab';
import type { CompiledModule, Point, Program, Scenario, Schedule, Stage, Trace, Verb } from 'lab/authoring';
import { BrokerServer } from './broker.ts';
import { DatabaseServer } from './database.ts';
import * as labModule from './lab.ts';
import { LogServer } from './logs.ts';
import { Network } from './network.ts';
import { Process, startProcess, type Life, type Machine } from './processes.ts';
import { LATENCY, World } from './world.ts';

export interface Played { readonly trace: Trace; readonly reached: ReadonlyMap<Point, Verb>; readonly unreached: readonly Point[]; readonly events: number }

/** One play in progress; `step` it until it is over. */
export class Play {
  readonly world: World;
  over = false;
  error: unknown;
  constructor(program: Program, scenario: Scenario, schedule: Schedule) {
    this.world = new World(schedule);
    void stage(program, scenario, this.world).then(() => { this.over = true; }, (error) => { this.over = true; this.error = error; });
  }

  step(): boolean { return !this.over && this.world.events < 20_000 && this.world.step(); }

  get played(): Played {
    const { trace, reached, schedule, events } = this.world;
    return { trace, reached, events, unreached: schedule.flatMap((f) => ('point' in f && !reached.has(f.point) ? [f.point] : [])) };
  }
}

async function stage(program: Program, scenario: Scenario, world: World): Promise<void> {
  const deployment = deploymentOf(program);
  const processes: Process[] = [];
  const entries = new Map<Process, string | Start>();
  for (const [name, what] of Object.entries({ ...deployment.processes, ...scenario.guests })) {
    const count = scenario.instances?.[name] ?? (typeof what === 'object' ? what.instances : 1);
    for (let i = 1; i <= count; i++) {
      const process = new Process(name, i, count);
      processes.push(process);
      entries.set(process, typeof what === 'function' ? what : typeof what === 'object' ? what.module.replace('./', '') : what.replace('./', ''));
    }
  }
  const network = new Network(world, processes);
  const logs = new LogServer(world, deployment.logs ?? {});
  const broker = new BrokerServer(world, logs);
  const database = new DatabaseServer(world, deployment.tables as never, scenario.given ?? {});
  const lag = (replica: number) => () => world.schedule.reduce((ms, f) => (f.kind === 'lag' && f.replica === replica ? f.byMs : ms), 15 * replica);
  const machine: Machine = {
    world, program, network, labModule,
    disconnect: (life) => { network.disconnect(life); broker.disconnect(life); logs.disconnect(life); database.disconnect(life); },
    platform: (life): Platform => ({
      app: network.appOf(life), broker: broker.brokerOf(life), database: database.databaseOf(life),
      replicas: Array.from({ length: deployment.replicas ?? 0 }, (_, i) => database.replicaOf(life, i + 1, lag(i + 1))),
      mail: { send: (message) => world.effect(life, 'mail', undefined, LATENCY.mail, (point) => { world.record({ kind: 'mailed', ...message, ...life.who }, point); }) },
    }),
  };
  const named = (name: string) => {
    const found = processes.filter((p) => p.name === name);
    if (found.length === 0) throw new Error(`There is no process called ${name}: declare it in deployment.ts.`);
    return found;
  };
  const sleep = (ms: number) => new Promise<void>((resolve) => world.after(ms, resolve));
  const setting: Stage = {
    customer: {
      get: (url) => network.call('customer', new URL(url), 'GET', undefined),
      post: (url, body) => network.call('customer', new URL(url), 'POST', body),
    },
    publisher: { publish: async (topic, body) => { broker.publishFromOutside(topic, body); await sleep(LATENCY.publish); } },
    operator: {
      stop: (name) => { for (const p of named(name)) { p.wanted = false; p.life?.crash('stopped'); } },
      start: async (name) => { await Promise.all(named(name).map((p) => { p.wanted = true; return p.life ? undefined : startProcess(machine, p, entries.get(p)!); })); },
      stopBroker: () => broker.stop(),
      startBroker: () => broker.start(),
    },
    sleep,
    settled: () => world.settled(),
  };
  await Promise.all(processes.map((process) => startProcess(machine, process, entries.get(process)!)));
  await scenario.play(setting);
}

const deployments = new WeakMap<Program, Deployment>();

/** The deployment is data: it is evaluated once for a program, outside every process. */
function deploymentOf(program: Program): Deployment {
  let deployment = deployments.get(program);
  if (!deployment) {
    const loaded = new Map<string, { default?: unknown }>();
    const link = (path: string): object => {
      const known = loaded.get(path);
      if (known) return known;
      const compiled: CompiledModule | undefined = program.modules.get(path);
      if (!compiled) throw new Error(`There is no module ${path}`);
      const exports = {};
      loaded.set(path, exports);
      compiled.body((specifier: string) => (specifier === 'lab' ? labModule : link(specifier.replace('./', ''))), exports);
      return exports;
    };
    deployment = (link(program.deployment) as { default: Deployment }).default;
    deployments.set(program, deployment);
  }
  return deployment;
}

export type { Life };
