import { createEmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts';
import { engineContract, type Material } from '../../../src/engines/engine-contract.ts';

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

const handed = { engine: createEmbeddedEngine(), createEmbeddedEngine, prove };
export type Handed = typeof handed;
Object.assign(globalThis, handed);
