import { inPrint } from 'lab/authoring';
import { AuthorMistake } from './author-mistake.ts';
import { laidOver, type SourceFile } from './source-files.ts';

/** A program that somebody who holds `belief` would write, and the checks that must refuse it. */
export interface WrongSolution {
  readonly slug: string;
  readonly belief: string;
  /** The folder of its base: `solution`, `starter`, `alternative/<name>`. */
  readonly over: string;
  /** The whole program: its own files laid over those of its base. */
  readonly files: readonly SourceFile[];
  /** Exactly these checks fail, each with a sentence that holds these words. */
  readonly fails: readonly { readonly check: string; readonly words: string }[];
}

/** The programs that a wrong solution can be laid over, by their folders: `solution`, `starter`, `alternative/<name>`. */
export type Bases = ReadonlyMap<string, readonly SourceFile[]>;

/**
 * Reads one folder of `wrong/`. It holds only files that differ from its base; one of them begins with the header:
 *
 *     // Wrong: <the belief, as its holder would say it>
 *     // Over: starter                              (or alternative/<name>; only when the base is not the solution)
 *     // Fails <check id>: <words of the sentence>  (a line for every check it fails)
 *
 * Throws an `AuthorMistake` when header or files are not so.
 */
export function readWrongSolution(
  slug: string,
  own: readonly SourceFile[],
  bases: Bases,
  checks: readonly string[],
): WrongSolution {
  const { belief, over, fails } = readHeader(slug, own);
  const base = bases.get(over);
  if (!base) {
    throw new AuthorMistake(
      `wrong/${slug} is laid over ${over}, which is not there: name one of ${[...bases.keys()].join(', ')}.`,
    );
  }
  for (const { check } of fails) {
    if (!checks.includes(check)) {
      throw new AuthorMistake(
        `wrong/${slug} names the check ${check}, which does not exist: use one of ${checks.join(', ')}.`,
      );
    }
  }
  for (const { path, text } of own) {
    if (base.some((file) => file.path === path && file.text === text)) {
      throw new AuthorMistake(
        `wrong/${slug}/${path} is the same as in ${over}: delete it, only what differs belongs there.`,
      );
    }
  }
  return { slug, belief, over, fails, files: laidOver(base, own) };
}

/** The text without its header: the belief behind a program would give away where it breaks. */
export function withoutHeader(text: string): string {
  return text.replace(/^\/\/ Wrong: .*\n(\/\/ (?:Over|Fails [a-z0-9-]+): .*\n)*/, '');
}

function readHeader(slug: string, own: readonly SourceFile[]) {
  const headed = own.filter(({ text }) => text.startsWith('// Wrong: '));
  if (headed.length !== 1) {
    const found =
      headed.length === 0 ? 'no file' : `${headed.length} files (${headed.map((file) => file.path).join(', ')})`;
    throw new AuthorMistake(
      `wrong/${slug} has ${found} beginning with "// Wrong: <the belief behind it>": put that header into exactly one.`,
    );
  }
  const lines = headed[0]!.text.split('\n');
  const belief = lines[0]!.slice('// Wrong: '.length).trim();
  const over = lines[1]?.match(/^\/\/ Over: (\S+)$/)?.[1];
  const fails = [];
  for (const line of lines.slice(over === undefined ? 1 : 2)) {
    const [, check, words] = line.match(/^\/\/ Fails ([a-z0-9-]+): (.+)$/) ?? [];
    if (check === undefined || words === undefined) break;
    fails.push({ check, words: inPrint(words.trim()) });
  }
  if (fails.length === 0) {
    throw new AuthorMistake(
      `wrong/${slug} names no check: add "// Fails <check id>: <words of its sentence>" below "// Wrong:", a line for each.`,
    );
  }
  return { belief, over: over ?? 'solution', fails };
}
