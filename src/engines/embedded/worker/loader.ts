import type { CompiledModule } from 'lab/authoring';
import { transform } from 'sucrase';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { GLOBALS } from '#sandboxes/lab/globals.ts';
import type { Load } from '../../grader/grade.ts';
import type { Host } from './take-host.ts';

export function loaderFor(host: Host): {
  readonly load: Load;
  readonly register: (path: string, body: CompiledModule['body']) => void;
} {
  let registered: Map<string, CompiledModule> | undefined;
  return {
    register: (path, body) => {
      registered?.set(path, { path, body });
    },
    load: async (files) => {
      const modules = new Map<string, CompiledModule>();
      registered = modules;
      for (const file of files)
        host.importScripts(host.createUrl(new host.Blob([wrap(file)], { type: 'text/javascript' })));
      registered = undefined;
      return { kind: 'program', program: { deployment: 'deployment.ts', modules } };
    },
  };
}

function wrap({ path, text }: SourceFile): string {
  const { code } = transform(text, {
    transforms: ['typescript', 'imports'],
    filePath: path,
    disableESTransforms: true,
    preserveDynamicImport: true,
  });
  return `__register(${JSON.stringify(path)},function(require,exports,${GLOBALS.join(',')}){"use strict";${code}\n})\n//# sourceURL=${path}`;
}
