import type { Problem } from 'lab/authoring';
import { inCycle, linkProblems } from './link.ts';
import type { Shape } from './shape.ts';
import { type Wrapped, wrap } from './wrap.ts';

export const DEPLOYMENT = 'deployment.ts';

/** A module that is ready to be turned into a function, with what its record in the program will say. */
export interface Ready {
  readonly wrapped: Extract<Wrapped, { kind: 'wrapped' }>;
  readonly late: readonly string[];
}

/** What was wrapped last, by path and text: of a program that is checked again, one file in six has changed. */
const known = new Map<string, Wrapped>();
let knownLetters = 0;
const MOST_LETTERS = 500_000;

function wrapped(path: string, text: string): Wrapped {
  const name = `${path}\0${text}`;
  const made = known.get(name) ?? wrap(path, text);
  if (!known.delete(name)) knownLetters += name.length;
  known.set(name, made); // as the latest
  for (const [oldest] of known) {
    if (knownLetters <= MOST_LETTERS || oldest === name) break;
    known.delete(oldest);
    knownLetters -= oldest.length;
  }
  return made;
}

/** All modules of a program, wrapped and checked against each other. With problems, none is ready. */
export function modulesOf(files: ReadonlyMap<string, string>): {
  readonly ready: readonly Ready[];
  readonly problems: readonly Problem[];
} {
  const all = [...files].map(([path, text]) => wrapped(path, text));
  const readable = all.filter((one) => one.kind === 'wrapped');
  const problems = all.flatMap((one) => (one.kind === 'wrapped' ? one.shape.problems : [one.problem]));
  const shapes = new Map<string, Shape>(readable.map(({ path, shape }) => [path, shape]));
  // Imports are judged only when every module could be read: an unreadable one would be reported as exporting nothing.
  if (readable.length === all.length) problems.push(...linkProblems(shapes));
  if (!files.has(DEPLOYMENT))
    problems.push({
      path: DEPLOYMENT,
      line: 1,
      column: 1,
      message: `There is no ${DEPLOYMENT}: it says which processes run. Write one that exports { processes, tables }.`,
      isMissing: true,
    });
  if (problems.length > 0) return { ready: [], problems };
  return {
    ready: readable.map((one) => ({ wrapped: one, late: inCycle(shapes, one.path) ? lateOf(one.shape) : [] })),
    problems,
  };
}

function lateOf({ values, functions }: Shape): string[] {
  const hoisted = new Set(functions.map(({ exported }) => exported));
  return [...values].filter((name) => !hoisted.has(name));
}
