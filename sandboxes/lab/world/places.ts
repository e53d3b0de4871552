import type { Place, Program } from 'lab/authoring';

/** Finds where in the learner's code something was asked for, from stack traces. Only used when a play is to be shown. */
export class Places {
  readonly found = new Map<number, Place>();
  readonly #program: Program;
  readonly #blamed = new WeakMap<object, Place>();

  constructor(program: Program) {
    this.#program = program;
  }

  /** The learner's line that is being executed. */
  now(): Place | undefined {
    return placeIn(new Error('here').stack, this.#program);
  }

  /** Errors of the simulated world have no line of the learner's in their stack: they blame the line that asked. */
  blame(error: unknown, from: Place | undefined): void {
    if (from && typeof error === 'object' && error !== null) this.#blamed.set(error, from);
  }

  of(thrown: unknown): Place | undefined {
    if (typeof thrown !== 'object' || thrown === null) return undefined;
    return this.#blamed.get(thrown) ?? (thrown instanceof Error ? placeIn(thrown.stack, this.#program) : undefined);
  }
}

/** `at f (orders.ts:12:5)` in V8, `f@orders.ts:12:5` in SpiderMonkey and JavaScriptCore; the name may have an address before it. */
const FRAME = /(?:^|[\s(@/])([\w.-]+(?:\/[\w.-]+)*):(\d+):(\d+)\)?$/;

/** The innermost frame of a stack trace that is the learner's; undefined when there is none. */
export function placeIn(stack: unknown, program: Program): Place | undefined {
  if (typeof stack !== 'string') return undefined;
  for (const text of stack.split('\n')) {
    const place = placeOfFrame(text.trim(), program);
    if (place) return place;
  }
  return undefined;
}

function placeOfFrame(frame: string, program: Program): Place | undefined {
  if (frame.includes('file:') || frame.includes('http:') || frame.includes('https:')) return undefined; // ours
  const [, address = '', line, column] = FRAME.exec(frame) ?? [];
  const paths = [...program.modules.keys()];
  const path = paths.find((one) => address === one) ?? paths.find((one) => address.endsWith(`/${one}`));
  if (path === undefined) return undefined;
  const indent = line === '1' ? (program.modules.get(path)?.indent ?? 0) : 0;
  return { path, line: Number(line), column: Math.max(1, Number(column) - indent) };
}
