import type { EngineSettings } from '#engine-settings';
import { createEmbeddedEngine } from '#engines/embedded/embedded-engine.ts';
import { createMachine } from '#engines/webcontainer/machine.ts';
import { nodeGraderText } from '#engines/webcontainer/node-grader-text.ts';
import { createPageEngines } from './create-page-engines.ts';
import { device } from './device.ts';
import { preferences } from './preferences.ts';

export type { EngineKind } from '#engines/switching-engine.ts';
export type { NodeState, PageEngines } from './create-page-engines.ts';

const settings: EngineSettings = import.meta.env.ENGINES ?? { first: 'embedded', forbidden: 'nothing' };

export const pageEngines = createPageEngines({
  settings,
  preferences,
  keeps: device.lasting,
  machine: createMachine({
    apiKey: settings.apiKey,
    forbidden: settings.forbidden === 'webcontainer',
    grader: nodeGraderText,
  }),
  createEmbedded: createEmbeddedEngine,
});
