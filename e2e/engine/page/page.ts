import { digestOf, playBatch, type Schedule, type Trace } from 'lab/authoring';
import { compile } from 'lab/compile';
import exercise from '../../../sandboxes/decouple-confirmation/exercise.ts';
import { createEmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts';
import { engineContract, type Material } from '../../../src/engines/engine-contract.ts';
import type { SourceFile } from '../../../src/exercise/exercise-data.ts';

/** Proves one promise of the contract with an engine of its own; resolves with what broke it. */
async function prove(name: string, material: Material): Promise<string | undefined> {
  const promised = engineContract.find((one) => one.name === name);
  if (!promised) return `There is no promise called “${name}”.`;
  const fresh = createEmbeddedEngine();
  try {
    await promised.prove(fresh, material);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    fresh.dispose();
  }
}

/** The digest of all traces, played so many side by side. This page has no policy, so programs are made from text. */
async function digest(files: readonly SourceFile[], schedules: readonly Schedule[], batch: number): Promise<string> {
  const program = compile(new Map(files.map(({ path, text }) => [path, text])));
  const traces: Trace[] = [];
  for (let from = 0; from < schedules.length; from += batch) {
    const stories = await playBatch(program, exercise.run, schedules.slice(from, from + batch));
    traces.push(...stories.map(({ played }) => played.trace));
  }
  return digestOf(traces);
}

const handed = { digest, sandbox: createEmbeddedEngine(), createEmbeddedEngine, prove };
export type Handed = typeof handed;
Object.assign(globalThis, handed);
