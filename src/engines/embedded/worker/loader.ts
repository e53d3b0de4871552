import type { CompiledModule } from 'lab/authoring';
import { programOf, type Script, scripts } from 'lab/compile';
import type { Problem } from '../../engine.ts';
import { describeFailure } from '../../grader/describe-failure.ts';
import type { Load } from '../../grader/grade.ts';
import type { Host } from './take-host.ts';

export interface Loader {
  readonly load: Load;
  /** What the modules' scripts call, as the global `__register`. Deaf unless a script is being loaded. */
  readonly register: (module: CompiledModule) => void;
  /**
   * False once a script was loaded that is no whole module: what it has run outside of one may have left something behind,
   * so this worker is not for another job.
   */
  readonly isClean: () => boolean;
}

/**
 * Makes programs without making code from text: each module is a script of its own, loaded from an address of its own. That
 * takes some milliseconds a script, so what was loaded once is kept: a module is a function without memory.
 */
export function createLoader(host: Host): Loader {
  let registered: CompiledModule[] | undefined;
  /** By the script's text. */
  const kept = new Map<string, CompiledModule>();
  let keptLetters = 0;
  let isClean = true;

  const load: Load = async (files) => {
    const made = scripts(new Map(files.map(({ path, text }) => [path, text])));
    if (made.problems.length > 0) return { kind: 'problems', problems: made.problems };
    const modules: CompiledModule[] = [];
    for (const script of made.scripts) {
      const module = kept.get(script.text) ?? (await loadScript(script));
      if ('message' in module) return { kind: 'problems', problems: [module] };
      keep(script.text, module);
      modules.push(module);
    }
    return { kind: 'program', program: programOf(modules) };
  };

  /** The latest are kept, the longest unused are forgotten. */
  function keep(text: string, module: CompiledModule): void {
    if (!kept.delete(text)) keptLetters += text.length;
    kept.set(text, module);
    for (const [oldest] of kept) {
      if (keptLetters <= MOST_LETTERS || oldest === text) return;
      kept.delete(oldest);
      keptLetters -= oldest.length;
    }
  }

  async function loadScript(script: Script): Promise<CompiledModule | Problem> {
    const address = host.addressOf(script.text);
    registered = [];
    try {
      host.importScripts(address);
      const [module] = registered;
      if (module && registered.length === 1 && isWhole(script, module)) return module;
      isClean = false;
      return {
        path: script.path,
        line: 1,
        column: 1,
        message: 'The brackets of this file do not match: it closes one that it never opened.',
      };
    } catch (error) {
      isClean = false;
      return await placedProblem(script, address, error);
    } finally {
      registered = undefined;
      host.forget(address);
    }
  }

  /** Only an error that nobody catches comes with its line: the script is loaded once more and left to itself. */
  function placedProblem({ path }: Script, address: string, error: unknown): Promise<Problem> {
    return new Promise((resolve) => {
      host.onNextError((event) => {
        const message = `This is not JavaScript: ${describeFailure(error)}.`;
        resolve({ path, line: Math.max(1, event.lineno), column: Math.max(1, event.colno), message });
      });
      host.later(() => host.importScripts(address));
    });
  }

  return { load, register: (module) => registered?.push(module), isClean: () => isClean };
}

/** A few programs' worth. */
const MOST_LETTERS = 2_000_000;

/**
 * Whether the function that was registered is all of the file. A file that breaks out of the function around it, with
 * brackets that the parser reads otherwise than the browser, leaves only its beginning in there.
 */
function isWhole(script: Script, module: CompiledModule): boolean {
  const text = Function.prototype.toString.call(module.body);
  const at = script.text.indexOf(text);
  return at !== -1 && module.path === script.path && REST.test(script.text.slice(at + text.length));
}

/** What may follow the function: its closing brackets and the script's name. */
const REST = /^\),indent:\d+\}\);\n\/\/# sourceURL=[^\n]*$/;
