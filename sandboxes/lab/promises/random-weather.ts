import { type Fault, type Played, play, type Scenario, type Schedule, type Stage, type Verb } from 'lab/authoring';
import { auditor, mixedProgram, PROCESSES, QUEUES, SHARED_ROWS, type Task } from './mixed-program.ts';

/** A random mix of tasks, what an operator does to it, and where faults strike. */
export interface Weather {
  /** By process, in the order of `PROCESSES`. */
  readonly tasks: readonly (readonly Task[])[];
  readonly instances: readonly number[];
  readonly operations: readonly Operation[];
  readonly faults: readonly Pick[];
}

export interface Operation {
  readonly waitMs: number;
  readonly act: 'stop' | 'start' | 'stop broker' | 'start broker';
  readonly process: string;
}

/** A fault at one of the points that the calm play reaches, picked by a number. */
export type Pick =
  | { readonly kind: 'crash' | 'fail'; readonly moment: 'before' | 'after'; readonly point: number }
  | { readonly kind: 'delay' | 'duplicate'; readonly byMs: number; readonly point: number };

/** Who takes from a queue, and how: undefined when this process does not. */
export type ConsumerOf = (queue: string, process: string) => Extract<Task, { readonly does: 'consume' }> | undefined;

export async function playIn(weather: Weather): Promise<Played> {
  const scenario = scenarioOf(weather);
  return play(mixedProgram, scenario, await scheduleOf(weather, scenario));
}

/** The faults of this weather, as they fit its calm play. */
export async function scheduleOf({ faults }: Weather, scenario: Scenario): Promise<Schedule> {
  if (faults.length === 0) return [];
  const { reached } = await play(mixedProgram, scenario, []);
  const points = [...reached].filter(([point]) => !point.startsWith('auditor'));
  return faults.flatMap((pick): Fault[] => {
    const able = points.filter(([, verb]) => canStrike(pick, verb));
    const point = able[pick.point % Math.max(1, able.length)]?.[0];
    return point === undefined ? [] : [{ ...pick, point }];
  });
}

const GIVEN = { box: SHARED_ROWS.map((id) => ({ id, v: 0 })) };

/** The rows of the tables that an auditor reads, as they are before anything starts. */
export const givenRows = { box: SHARED_ROWS.map((id, i) => ({ id, position: i + 1, v: 0, at: null })), outbox: [] };

/** In the end everything is up again and comes to rest, and the auditor looks at the rows. */
export function scenarioOf({ tasks, instances, operations }: Weather): Scenario {
  return {
    id: 'random weather',
    guests: { auditor },
    given: {
      plans: PROCESSES.map((process, i) => ({ process, plan: { tasks: tasks[i] ?? [] } })),
      ...GIVEN,
    },
    instances: Object.fromEntries(PROCESSES.map((process, i) => [process, instances[i] ?? 1])),
    play: async (stage) => {
      for (const operation of operations) {
        await stage.sleep(operation.waitMs);
        operate(stage, operation);
      }
      stage.operator.startBroker();
      await Promise.all(PROCESSES.map((process) => stage.operator.start(process)));
      await stage.settled();
      await stage.customer.get('http://auditor/');
    },
  };
}

export function consumersOf(weather: Weather): ConsumerOf {
  return (queue, process) =>
    tasksOf(weather, process)
      .filter((task) => task.does === 'consume')
      .find((task) => QUEUES[task.queue]?.queue === queue);
}

export function tasksOf({ tasks }: Weather, process: string): readonly Task[] {
  return tasks[(PROCESSES as readonly string[]).indexOf(process)] ?? [];
}

function operate({ operator }: Stage, { act, process }: Operation): void {
  if (act === 'stop') operator.stop(process);
  else if (act === 'start') void operator.start(process);
  else if (act === 'stop broker') operator.stopBroker();
  else operator.startBroker();
}

function canStrike({ kind }: Pick, verb: Verb): boolean {
  if (kind === 'delay') return true;
  return kind === 'duplicate' ? verb === 'deliver' : verb !== 'deliver';
}
