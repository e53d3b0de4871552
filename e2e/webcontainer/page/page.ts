import { createEmbeddedEngine } from '../../../src/engines/embedded/embedded-engine.ts';
import { engineContract, type Material } from '../../../src/engines/engine-contract.ts';
import { createContainerEngine } from '../../../src/engines/webcontainer/container-engine.ts';
import { DEADLINES, type Deadlines } from '../../../src/engines/webcontainer/deadline.ts';
import { createMachine } from '../../../src/engines/webcontainer/machine.ts';
import { nodeGraderText } from '../../../src/engines/webcontainer/node-grader-text.ts';

/** A page has one machine. */
const machine = createMachine({ grader: nodeGraderText });

/** Proves one promise of the contract with an engine of its own; resolves with what broke it. */
async function prove(name: string, material: Material): Promise<string | undefined> {
  const promised = engineContract.find((one) => one.name === name);
  if (!promised) return `There is no promise called “${name}”.`;
  const fresh = createContainerEngine(machine);
  try {
    await promised.prove(fresh, material);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    fresh.dispose();
  }
}

/** A machine whose deadlines a test can wait for. */
const hastyMachine = (deadlines: Partial<Deadlines>, forbidden = false) =>
  createMachine({ grader: nodeGraderText, deadlines: { ...DEADLINES, ...deadlines }, forbidden });

const handed = { prove, machine, hastyMachine, createContainerEngine, createEmbeddedEngine };
export type Handed = typeof handed;
Object.assign(globalThis, handed);
