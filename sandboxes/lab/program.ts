/** Learner code, compiled once. Every process of every play gets fresh instances of its modules. */
export interface Program {
  /** The path of the deployment's module. */
  readonly deployment: string;
  readonly modules: ReadonlyMap<string, CompiledModule>;
}

export interface CompiledModule {
  readonly path: string;
  /** Globals that the text mentions, in the order in which `body` takes them. */
  readonly scope: readonly string[];
  /** Exports that somebody in an import cycle may ask for before this module has run. */
  readonly late: readonly string[];
  /** Characters of ours before the learner's first line: columns on that line are so much too high. */
  readonly indent: number;
  /** Runs the module: `body(require, exports, ...globals)`. */
  readonly body: (require: (specifier: string) => unknown, exports: object, ...globals: unknown[]) => void;
}

/** Lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Something that keeps a program from being played, in words that name the remedy. */
export interface Problem extends Place {
  readonly message: string;
  /** There is no such file. Whoever shows this may know where it can be had again. */
  readonly isMissing?: true;
}
