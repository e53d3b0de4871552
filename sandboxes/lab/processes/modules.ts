import { table } from 'lab';
import type { CompiledModule, Program } from 'lab/authoring';
import { isRelative, resolve } from '#compile/resolve.ts';
import { freezeWhole } from '#world/freeze-whole.ts';
import { eventsModule } from './node-events.ts';
import { timersModule } from './node-timers.ts';

/** Gives what a module may name beside the language itself. */
export interface Scope {
  get(name: string): unknown;
}

type Exports = Record<string, unknown>;

const LAB = freezeWhole({ __esModule: true, table });

/** The modules of one process: each is run once, and what it keeps in memory is seen by this process alone. */
export class Modules {
  readonly #program: Program;
  readonly #scope: Scope;
  readonly #onLoaded: (path: string) => void;
  readonly #instances = new Map<string, Exports>();

  constructor(program: Program, scope: Scope, onLoaded: (path: string) => void = () => {}) {
    this.#program = program;
    this.#scope = scope;
    this.#onLoaded = onLoaded;
  }

  /** Runs a module unless it has run, with everything it imports, and gives its exports. Import cycles see what is there so far. */
  load(path: string): Exports {
    const known = this.#instances.get(path);
    if (known) return known;
    const module = this.#program.modules.get(path);
    if (!module)
      throw new Error(`There is no file ${path}. There are ${[...this.#program.modules.keys()].join(', ')}.`);
    const exports = exportsOf(module);
    this.#instances.set(path, exports);
    const names: unknown[] = [];
    for (const name of module.scope) names.push(this.#scope.get(name));
    module.body((specifier) => this.#import(path, specifier), exports, ...names);
    this.#onLoaded(path);
    return exports;
  }

  #import(from: string, specifier: string): unknown {
    if (isRelative(specifier)) return this.load(resolve(from, specifier));
    if (specifier === 'lab') return LAB;
    const known = this.#instances.get(specifier);
    if (known) return known;
    const made = this.#nodeModule(specifier);
    if (!made) throw new Error(`There is no package “${specifier}” in the sandbox.`);
    this.#instances.set(specifier, made);
    return made;
  }

  #nodeModule(specifier: string): Exports | undefined {
    if (specifier === 'node:events') return eventsModule();
    if (specifier === 'node:timers/promises') return timersModule(this.#scope);
    return undefined;
  }
}

/** In an import cycle somebody may ask for an export before its line has run: an error, as in a real module. */
function exportsOf({ path, late }: CompiledModule): Exports {
  const exports: Exports = {};
  for (const name of late) {
    Object.defineProperty(exports, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        throw new ReferenceError(
          `${path} has not come to its export “${name}” yet: the files import each other in a circle. Use it inside a function, or move it to a file of its own.`,
        );
      },
      set: (value: unknown) =>
        Object.defineProperty(exports, name, { configurable: true, enumerable: true, writable: true, value }),
    });
  }
  return exports;
}
