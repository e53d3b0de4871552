import { atom, computed, type ReadableAtom } from 'nanostores';
import type { EngineSettings } from '#engine-settings';
import type { SandboxEngine } from '#engines/engine.ts';
import { createSwitchingEngine, type EngineKind } from '#engines/switching-engine.ts';
import { createContainerEngine } from '#engines/webcontainer/container-engine.ts';
import type { Machine, MachineState } from '#engines/webcontainer/machine.ts';
import { CAN_BE_OVERRIDDEN, CAN_BE_RETRIED, sentenceOf } from '#engines/webcontainer/reasons.ts';
import type { Preferences } from './preferences.ts';

/** What runs learner code on this page, and what the learner wants to run it. All sandboxes of a page share it. */
export interface PageEngines {
  readonly offered: readonly EngineKind[];
  /** What the next job runs in: what is wanted, or the built-in runner while that cannot be had. */
  readonly inUse: ReadableAtom<EngineKind>;
  readonly wanted: ReadableAtom<EngineKind>;
  /** How things stand with real Node. */
  readonly node: ReadableAtom<NodeState>;
  /** What real Node left unfinished when it went away has been begun again in the built-in runner. */
  readonly hasTakenOver: ReadableAtom<boolean>;
  /** False where this device refuses to keep it: then it holds for this page alone. */
  keepsChoice(): boolean;
  /** Remembered on this device. Real Node begins to boot at once. */
  choose(kind: EngineKind): void;
  /** Once more, after it could not be had; `willing` in spite of what this browser seems to be. */
  retry(willing: boolean): void;
  create(): SandboxEngine;
  readonly machine: Machine;
}

export type NodeState =
  | Exclude<MachineState, { readonly kind: 'unavailable' }>
  | {
      readonly kind: 'unavailable';
      /** A sentence that ends with what still works. */
      readonly because: string;
      readonly canBeRetried: boolean;
      readonly canBeOverridden: boolean;
    };

export interface PageEnginesParts {
  readonly settings: EngineSettings;
  readonly preferences: Preferences;
  /** False where the browser keeps nothing for this site. */
  readonly keeps: boolean;
  readonly machine: Machine;
  readonly createEmbedded: () => SandboxEngine;
}

export function createPageEngines(parts: PageEnginesParts): PageEngines {
  const { settings, preferences, keeps, machine, createEmbedded } = parts;
  const offered = (['embedded', 'webcontainer'] as const).filter((kind) => kind !== settings.forbidden);
  const hasBuiltIn = offered.includes('embedded');
  const wanted = computed(preferences.values, ({ engine }): EngineKind => {
    const chosen = engine === 'not chosen' ? settings.first : engine;
    return offered.includes(chosen) ? chosen : offered[0]!;
  });
  const inUse = computed([wanted, machine.state], (kind, state): EngineKind => {
    const cannotBeHad = kind === 'webcontainer' && state.kind === 'unavailable';
    return cannotBeHad && hasBuiltIn ? 'embedded' : kind;
  });
  // What nobody listens to forgets what it knew: a job asks at any moment.
  const lasting = atom(inUse.get());
  inUse.subscribe((kind) => lasting.set(kind));
  const hasTakenOver = atom(false);
  machine.state.listen(({ kind }) => kind !== 'unavailable' && hasTakenOver.set(false));
  let wasKept = true;
  const open = (willing: boolean) => void machine.open(willing).catch(() => {});
  return {
    offered,
    wanted,
    inUse: lasting,
    node: computed(machine.state, (state) => nodeState(state, hasBuiltIn)),
    hasTakenOver,
    keepsChoice: () => keeps && wasKept,
    choose(kind) {
      hasTakenOver.set(false);
      wasKept = preferences.set({ engine: kind }).kind === 'written';
      if (kind === 'webcontainer') open(false);
    },
    retry(willing) {
      hasTakenOver.set(false);
      open(willing);
    },
    create: () =>
      createSwitchingEngine(
        { embedded: createEmbedded(), webcontainer: createContainerEngine(machine, hasBuiltIn) },
        lasting,
        () => hasTakenOver.set(true),
      ),
    machine,
  };
}

function nodeState(state: MachineState, hasBuiltIn: boolean): NodeState {
  if (state.kind !== 'unavailable') return state;
  const { reason } = state;
  return {
    kind: 'unavailable',
    because: sentenceOf(reason, hasBuiltIn),
    canBeRetried: CAN_BE_RETRIED.has(reason),
    canBeOverridden: CAN_BE_OVERRIDDEN.has(reason),
  };
}
