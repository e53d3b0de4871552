import type { Problem } from 'lab/authoring';
import { modulesOf, type Ready } from './modules.ts';

export interface Script {
  readonly path: string;
  /** A classic script that hands a `CompiledModule` to the global `__register`. Its lines are the learner's lines. */
  readonly text: string;
}

/**
 * For where code may not be made from text (a policy without `unsafe-eval`): one classic script for each module, each to
 * be loaded from an address of its own, since a name for stack traces (`sourceURL`) belongs to a whole script:
 *
 *     const modules: CompiledModule[] = [];
 *     self.__register = (module) => modules.push(module);
 *     importScripts(...scripts(files).scripts.map(({ text }) => URL.createObjectURL(new Blob([text]))));
 *     const program = programOf(modules);
 *
 * A mistake that only the JavaScript engine sees, such as a name declared twice, is reported by the script that fails to
 * load, on the learner's line.
 */
export function scripts(files: ReadonlyMap<string, string>): {
  readonly scripts: readonly Script[];
  readonly problems: readonly Problem[];
} {
  const { ready, problems } = modulesOf(files);
  return { scripts: ready.map(scriptOf), problems };
}

function scriptOf({ wrapped: { path, scope, code, indent }, late }: Ready): Script {
  const before = `__register({path:${JSON.stringify(path)},scope:${JSON.stringify(scope)},late:${JSON.stringify(late)},body:`;
  return { path, text: `${before}${code},indent:${before.length + indent}});\n//# sourceURL=${path}` };
}
