import { expect, type JSHandle, type Page } from '@playwright/test';
import exercise from '../../sandboxes/decouple-confirmation/exercise.ts';
import type { Ending, EngineState, Job, SandboxEngine } from '../../src/engines/engine.ts';
import type { Deadlines } from '../../src/engines/webcontainer/deadline.ts';
import type { Machine } from '../../src/engines/webcontainer/machine.ts';
import { type Reason, sentenceOf } from '../../src/engines/webcontainer/reasons.ts';
import { filesOf } from '../engine/learner-files.ts';
import type { Handed } from './page/page.ts';

declare const createContainerEngine: Handed['createContainerEngine'];
declare const createEmbeddedEngine: Handed['createEmbeddedEngine'];
declare const hastyMachine: Handed['hastyMachine'];

/** A machine of the page, and an engine on it. */
export interface Trial {
  readonly machine: JSHandle<Machine>;
  readonly engine: JSHandle<SandboxEngine>;
}

/** How a job came out, and what the engine says of itself afterwards. */
export interface Outcome {
  readonly ending: Ending;
  readonly passed: readonly string[];
  readonly state: EngineState;
  readonly tookMs: number;
}

export const RUN: Job = { kind: 'run' };
export const CHECK: Job = { kind: 'check', depth: 'check' };
export const DEEP: Job = { kind: 'check', depth: 'deep' };
export const solution = filesOf('solution');
/** What the solution passes. */
export const allChecks = exercise.checks.map(({ id }) => id).sort();

export async function tryEngine(page: Page, deadlines: Partial<Deadlines> = {}, forbidden = false): Promise<Trial> {
  const machine = await page.evaluateHandle(([deadlines, forbidden]) => hastyMachine(deadlines, forbidden), [
    deadlines,
    forbidden,
  ] as const);
  return { machine, engine: await engineOn(machine) };
}

export function engineOn(machine: JSHandle<Machine>): Promise<JSHandle<SandboxEngine>> {
  return machine.evaluateHandle((machine) => createContainerEngine(machine));
}

export function run(engine: JSHandle<SandboxEngine>, job: Job = RUN, files = solution): Promise<Outcome> {
  return engine.evaluate(
    async (engine, [files, job]) => {
      const began = performance.now();
      const passed: string[] = [];
      const ending = await engine.run('decouple-confirmation', files, job, (told) => {
        if (told.kind === 'result' && told.result.outcome === 'passed') passed.push(told.result.check);
      });
      return { ending, passed: passed.sort(), state: engine.state.get(), tookMs: performance.now() - began };
    },
    [files, job] as const,
  );
}

export function boot(engine: JSHandle<SandboxEngine>): Promise<EngineState> {
  return engine.evaluate(async (engine) => {
    await engine.boot();
    return engine.state.get();
  });
}

/** The learner's wish, in spite of what this browser seems to be. Resolves with what became of the machine. */
export function insist(machine: JSHandle<Machine>): Promise<object> {
  return machine.evaluate(async (machine) => {
    await machine.open(true).catch(() => {});
    return machine.state.get();
  });
}

export const unavailable = (reason: Reason) => ({ kind: 'unavailable' as const, because: sentenceOf(reason, true) });
export const failed = (reason: Reason) => ({ kind: 'engine failed' as const, because: sentenceOf(reason, true) });

/** Both a boot and a job end in time, for this reason, and the built-in engine grades all the same. */
export async function expectGivenUp({ machine, engine }: Trial, page: Page, reason: Reason, withinMs: number) {
  expect(await boot(engine)).toEqual(unavailable(reason));
  const outcome = await run(engine);
  expect([outcome.ending, outcome.state]).toEqual([failed(reason), unavailable(reason)]);
  // A machine that is busy with other things is slow, and not stuck.
  expect(outcome.tookMs).toBeLessThan(withinMs + 30_000);
  expect(await machine.evaluate((machine) => machine.state.get())).toEqual({ kind: 'unavailable', reason });
  await expectBuiltInGrades(page);
}

/** What still works. */
export async function expectBuiltInGrades(page: Page) {
  const engine = await page.evaluateHandle(() => createEmbeddedEngine());
  expect(await run(engine, CHECK)).toMatchObject({ ending: { kind: 'done' }, passed: allChecks });
}

/** Real Node does what it is for. */
export async function expectGrades(engine: JSHandle<SandboxEngine>) {
  expect(await run(engine, CHECK)).toMatchObject({
    ending: { kind: 'done' },
    passed: allChecks,
    state: { kind: 'ready' },
  });
}
