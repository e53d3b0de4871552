import * as v from 'valibot';
import type { WorkerSaid } from './messages.ts';

/**
 * What arrives on a worker's port, or undefined when it is nothing a grader says. The grader is ours and learner code cannot
 * reach its port; the border is held all the same. Traces are checked to be lists of numbered, timed entries.
 */
export function parseWorkerSaid(data: unknown): WorkerSaid | undefined {
  const parsed = v.safeParse(workerSaid, data);
  return parsed.success ? (parsed.output as WorkerSaid) : undefined;
}

const place = v.object({ path: v.string(), line: v.number(), column: v.number() });
const numbers = v.array(v.number());
const trace = v.array(v.looseObject({ seq: v.number(), at: v.number(), kind: v.string() }));
const schedule = v.array(v.looseObject({ kind: v.picklist(['crash', 'fail', 'delay', 'duplicate', 'lag']) }));

const result = v.variant('outcome', [
  v.looseObject({
    check: v.string(),
    outcome: v.literal('passed'),
    plays: v.number(),
    remarks: v.array(
      v.looseObject({ id: v.string(), text: v.string(), evidence: numbers, schedule, times: v.number() }),
    ),
  }),
  v.looseObject({
    check: v.string(),
    outcome: v.literal('failed'),
    plays: v.number(),
    because: v.string(),
    schedule,
    trace,
    evidence: numbers,
  }),
  v.looseObject({ check: v.string(), outcome: v.literal('error'), because: v.string(), schedule, trace }),
]);

const story = v.looseObject({
  exercise: v.string(),
  scenario: v.string(),
  check: v.optional(v.string()),
  verdict: v.optional(
    v.variant('outcome', [
      v.object({ outcome: v.literal('passed'), remarks: v.array(v.string()) }),
      v.object({ outcome: v.picklist(['failed', 'error']), because: v.string() }),
    ]),
  ),
  schedule: v.string(),
  trace,
  cut: v.optional(v.string()),
  cutLines: v.optional(v.number()),
  evidence: numbers,
  windows: v.array(v.object({ key: v.string(), opens: v.number(), closes: v.optional(v.number()) })),
  reached: v.array(v.tuple([v.string(), v.string()])),
  unreached: v.array(v.string()),
  places: v.array(v.tuple([v.number(), place])),
  ended: v.string(),
});

export const told = v.variant('kind', [
  v.object({
    kind: v.literal('progress'),
    played: v.number(),
    planned: v.number(),
    covered: v.array(
      v.object({
        sort: v.picklist(['calm', 'single faults', 'mixes', 'pairs']),
        played: v.number(),
        planned: v.number(),
        outOf: v.optional(v.number()),
      }),
    ),
  }),
  v.object({ kind: v.literal('result'), result, place: v.optional(place) }),
  v.object({ kind: v.literal('story'), story }),
  v.object({
    kind: v.literal('demonstrated'),
    story,
    outcome: v.picklist(['shown', 'broken', 'held']),
    says: v.string(),
  }),
  v.object({
    kind: v.literal('judged'),
    story,
    fields: v.array(
      v.object({ id: v.string(), outcome: v.picklist(['right', 'wrong']), because: v.string(), evidence: numbers }),
    ),
  }),
]);

/** Endings that a grader itself can tell. */
export const doneEndings = v.variant('kind', [
  v.object({ kind: v.literal('done') }),
  v.object({
    kind: v.literal('did not compile'),
    problems: v.array(v.object({ ...place.entries, message: v.string() })),
  }),
  v.object({ kind: v.literal('error'), because: v.string(), place: v.optional(place) }),
  v.object({ kind: v.literal('stopped') }),
  v.object({ kind: v.literal('engine failed'), because: v.string() }),
]);

const doing = v.variant('kind', [
  v.object({ kind: v.literal('compiling') }),
  v.object({
    kind: v.literal('playing'),
    batch: v.array(v.object({ scenario: v.string(), schedule: v.string() })),
    checks: v.array(v.string()),
    step: v.optional(v.object({ process: v.string(), schedule: v.string(), atMs: v.number() })),
  }),
]);

const workerSaid = v.variant('kind', [
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('beat'), doing }),
  v.object({
    kind: v.literal('going round'),
    doing,
    round: v.object({ place, kind: v.picklist(['loop', 'promises']) }),
  }),
  v.object({ kind: v.literal('told'), told }),
  v.object({ kind: v.literal('ended'), ending: doneEndings, isClean: v.boolean() }),
]);
