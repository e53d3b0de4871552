import type { Table } from 'lab';
import type { Program } from 'lab/authoring';
import { TYPES } from '#database/columns.ts';
import { Relation } from '#database/relation.ts';
import { Globals } from '#globals/globals.ts';
import { Network } from '#network/network.ts';
import { Life } from '#processes/life.ts';
import { Modules } from '#processes/modules.ts';
import { describe } from '#world/failure.ts';
import { World } from '#world/world.ts';

/** The learner's deployment, looked at closely: what a play needs of it. */
export interface Deployed {
  readonly processes: readonly { readonly name: string; readonly module: string; readonly instances: number }[];
  readonly relations: readonly Relation[];
  readonly logs: Readonly<Record<string, { readonly partitions: number }>>;
  readonly replicas: number;
}

export type Reading =
  | { readonly kind: 'read'; readonly deployed: Deployed }
  | { readonly kind: 'unreadable'; readonly because: string };

const readings = new WeakMap<Program, Reading>();

/** The deployment is data: it is evaluated once for a program, outside every process, and read as foreign data is. */
export function deploymentOf(program: Program): Reading {
  let reading = readings.get(program);
  if (!reading) {
    reading = read(program);
    readings.set(program, reading);
  }
  return reading;
}

function read(program: Program): Reading {
  try {
    return { kind: 'read', deployed: deployedFrom(evaluated(program), program) };
  } catch (error) {
    return { kind: 'unreadable', because: `${program.deployment} cannot be used: ${describe(error)}` };
  }
}

/** In a world of its own, in which nothing ever happens. */
function evaluated(program: Program): unknown {
  const world = new World([]);
  const nobody = new Life('deployment', { process: 'deployment', instance: 1, life: 1 }, () => {});
  return new Modules(program, new Globals(world, nobody, new Network(world, []))).load(program.deployment).default;
}

function deployedFrom(value: unknown, program: Program): Deployed {
  if (!isRecord(value)) throw new Error('its default export is not an object with processes and tables');
  const { processes, tables = {}, logs = {}, replicas = 0 } = value;
  if (!isRecord(processes)) throw new Error('it has no processes: say processes: { orders: "./orders.ts" }');
  if (!isRecord(tables)) throw new Error('its tables are not an object: write import * as tables from "./schema.ts"');
  if (!isRecord(logs)) throw new Error('its logs are not an object: say logs: { prices: { partitions: 3 } }');
  if (!isCount(replicas, 0)) throw new Error(`replicas is a whole number from 0 to ${MOST}, not ${shown(replicas)}`);
  return {
    processes: Object.entries(processes).map(([name, what]) => processFrom(name, what, program)),
    relations: Object.values(tables).filter(isTable).map(relationFrom),
    logs: Object.fromEntries(Object.entries(logs).map(([name, log]) => [name, logFrom(name, log)])),
    replicas,
  };
}

const MOST = 20;
const NAME = /^[a-z][a-z0-9-]*$/;
const TAKEN = ['broker', 'customer', 'outside', 'deployment'];

function processFrom(name: string, what: unknown, program: Program): Deployed['processes'][number] {
  if (!NAME.test(name))
    throw new Error(`the process name ${shown(name)} is also a host name: small letters, digits and hyphens`);
  if (TAKEN.includes(name)) throw new Error(`a process cannot be called ${name}, which is somebody else here`);
  const { module, instances = 1 } = isRecord(what) ? what : { module: what };
  if (typeof module !== 'string') throw new Error(`the process ${name} names no module: say ${name}: "./${name}.ts"`);
  if (!isCount(instances, 1))
    throw new Error(`the instances of ${name} are a whole number from 1 to ${MOST}, not ${shown(instances)}`);
  const path = module.replace(/^\.\//, '');
  if (!program.modules.has(path))
    throw new Error(
      `the process ${name} names ${shown(module)}, and there is no such file. There are ${[...program.modules.keys()].join(', ')}`,
    );
  return { name, module: path, instances };
}

function logFrom(name: string, log: unknown): { partitions: number } {
  const partitions = isRecord(log) ? log.partitions : undefined;
  if (!isCount(partitions, 1)) throw new Error(`the log ${name} has no partitions: say ${name}: { partitions: 3 }`);
  return { partitions };
}

/** Other exports of a schema's module, helpers for example, are no tables. */
const isTable = (value: unknown): value is Table<object> =>
  isRecord(value) && typeof value.name === 'string' && isRecord(value.columns) && Array.isArray(value.key);

function relationFrom({ name, columns, key }: Table<object>): Relation {
  for (const [column, type] of Object.entries(columns)) {
    if (!TYPES.has(String(type).replace(/\?$/, '')))
      throw new Error(
        `the column ${column} of the table ${name} has the type ${shown(type)}; there are ${[...TYPES].join(', ')}`,
      );
  }
  if (key.length === 0) throw new Error(`the table ${name} has no key`);
  for (const column of key)
    if (!Object.hasOwn(columns, column))
      throw new Error(`the key of the table ${name} names ${shown(column)}, which is none of its columns`);
  // What is no text yet would be asked for its text by every statement, and could remember the one before.
  return new Relation({ name: String(name), columns, key: [...key].map(String) });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown, least: number): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= MOST;
const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));
