import { parse, type Token } from 'sucrase/dist/parser/index.js';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { Place } from '#timeline/story.ts';

/** A loop or a function of the learner's, found in the text: a place where control can go round. */
export interface Site {
  readonly place: Place;
  readonly kind: 'loop' | 'function';
  /** Offsets of its text. */
  readonly from: number;
  readonly to: number;
}

/**
 * The same files with a call `__round(n)` in every loop and at the head of every function, and what each number means. Only
 * used to find out which loop of a program never ended; lines and columns of the copy are not true, those of the sites are.
 * A file that cannot be read stays as it is: the compiler says what is wrong with it.
 */
export function markLoops(files: readonly SourceFile[]): {
  readonly files: readonly SourceFile[];
  readonly sites: readonly Site[];
} {
  const sites: Site[] = [];
  return { files: files.map((file) => marked(file, sites)), sites };
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function marked({ path, text }: SourceFile, sites: Site[]): SourceFile {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(text, false, true, false);
  } catch {
    return { path, text };
  }
  const reading = new Reading(path, text, parsed.tokens);
  const insertions: Insertion[] = [];
  const add = (site: Site, insertion: (call: string) => Insertion | readonly Insertion[] | undefined) => {
    const made = insertion(`__round(${sites.length})`);
    if (!made) return;
    sites.push(site);
    insertions.push(...[made].flat());
  };
  parsed.tokens.forEach((token, index) => {
    const word = reading.word(index);
    const site = () => reading.site(index, 'loop');
    if (token.isType || !reading.isKeyword(index)) return;
    if (word === 'while') add(site(), (call) => ({ at: reading.tokens[index + 1]!.end, text: `${call},` }));
    if (word === 'for') add(site(), (call) => forInsertion(reading, index, call));
  });
  // The parser may find one function twice.
  const arrows = new Set<number>();
  for (const { startTokenIndex, endTokenIndex, isFunctionScope } of parsed.scopes) {
    if (!isFunctionScope) continue;
    const arrow = reading.arrowOfExpression(startTokenIndex, endTokenIndex);
    if (arrow !== undefined && !arrows.has(arrow)) {
      arrows.add(arrow);
      const { end: from } = parsed.tokens[arrow]!;
      const { end: to } = parsed.tokens[endTokenIndex - 1]!;
      const site: Site = { place: reading.place(parsed.tokens[arrow + 1]!.start), kind: 'function', from, to };
      add(site, (call) => [
        { at: from, text: ` (${call},` },
        { at: to, text: ')' },
      ]);
    }
    if (reading.word(startTokenIndex) !== '{') continue;
    const opening = parsed.tokens[startTokenIndex]!;
    const site: Site = {
      place: reading.place(opening.start),
      kind: 'function',
      from: opening.start,
      to: parsed.tokens[endTokenIndex - 1]?.end ?? text.length,
    };
    add(site, (call) => ({ at: opening.end, text: `${call};` }));
  }
  return { path, text: spliced(text, insertions) };
}

function spliced(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: inserted } of insertions.toSorted((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + inserted;
    from = at;
  }
  return result + text.slice(from);
}

/** In `for (;;)` the condition, in `for (… of …)` the head of the block. */
function forInsertion(reading: Reading, index: number, call: string): Insertion | undefined {
  const opening = reading.word(index + 1) === '(' ? index + 1 : index + 2;
  const closing = reading.closing(opening);
  const semicolon = reading.semicolonBetween(opening, closing);
  if (semicolon !== undefined) {
    const isEmpty = reading.word(semicolon + 1) === ';';
    return { at: reading.tokens[semicolon]!.end, text: isEmpty ? `${call}` : `${call},` };
  }
  const block = reading.tokens[closing + 1];
  return block && reading.word(closing + 1) === '{' ? { at: block.end, text: `${call};` } : undefined;
}

const OPENING = new Set(['(', '[', '{', '${']);
const CLOSING = new Set([')', ']', '}']);

class Reading {
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];

  constructor(path: string, text: string, tokens: readonly Token[]) {
    this.path = path;
    this.text = text;
    this.tokens = tokens;
  }

  /** The token's own text; empty for a piece of a template, which may hold any bracket. */
  word(index: number): string {
    const token = this.tokens[index];
    return token && token.type !== TEMPLATE ? this.text.slice(token.start, token.end) : '';
  }

  /** A property or method may be called `for`, too; the parser gives it the type of a name. */
  isKeyword(index: number): boolean {
    return this.tokens[index]!.type !== NAME;
  }

  place(offset: number): Place {
    const before = this.text.slice(0, offset);
    return { path: this.path, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  }

  site(index: number, kind: Site['kind']): Site {
    const { start } = this.tokens[index]!;
    const head = this.closing(this.word(index + 1) === '(' ? index + 1 : index + 2);
    const end = this.word(head + 1) === '{' ? this.closing(head + 1) : head;
    return { place: this.place(start), kind, from: start, to: this.tokens[end]?.end ?? this.text.length };
  }

  /** The token that closes the bracket at `opening`. */
  closing(opening: number): number {
    let depth = 0;
    for (let index = opening; index < this.tokens.length; index++) {
      const word = this.word(index);
      if (OPENING.has(word)) depth++;
      if (CLOSING.has(word) && --depth === 0) return index;
    }
    return this.tokens.length - 1;
  }

  /** Of a function whose body is an expression, its arrow; undefined of any other. */
  arrowOfExpression(start: number, end: number): number | undefined {
    let depth = 0;
    for (let index = start; index < end - 1; index++) {
      const word = this.word(index);
      if (index === start && word === '{') return undefined;
      if (OPENING.has(word)) depth++;
      else if (CLOSING.has(word)) depth--;
      else if (word === '=>' && depth === 0 && !this.tokens[index]!.isType)
        return this.word(index + 1) === '{' ? undefined : index;
    }
    return undefined;
  }

  /** The first semicolon that belongs to this bracket itself. */
  semicolonBetween(opening: number, closing: number): number | undefined {
    let depth = 0;
    for (let index = opening; index < closing; index++) {
      const word = this.word(index);
      if (OPENING.has(word)) depth++;
      else if (CLOSING.has(word)) depth--;
      else if (word === ';' && depth === 1) return index;
    }
    return undefined;
  }
}

/** `TokenType.name` of sucrase, by which `for` as a property differs from `for` as a loop. */
const NAME = parse('a', false, false, false).tokens[0]!.type;
/** `TokenType.template`: the text between a template's expressions. */
const TEMPLATE = parse('`a`', false, false, false).tokens[1]!.type;
