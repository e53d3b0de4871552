/// <reference path="./sucrase.d.ts" />
import type { Place } from 'lab/authoring';
import { parse, type Scope, type Token } from 'sucrase/dist/parser/index.js';

/** One module's text as tokens. */
export class Source {
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly #functions: readonly Scope[];

  /** Throws what sucrase throws when the text is not TypeScript: an error with `pos`, the offset. */
  constructor(path: string, text: string) {
    const { tokens, scopes } = parse(text, false, true, false);
    this.path = path;
    this.text = text;
    this.tokens = tokens;
    this.#functions = scopes.filter((scope) => scope.isFunctionScope && scope.endTokenIndex < tokens.length);
  }

  /** The token's own text; empty beyond the end. */
  at(index: number): string {
    const token = this.tokens[index];
    return token ? this.text.slice(token.start, token.end) : '';
  }

  place(index: number): Place {
    return placeAt(this.path, this.text, this.tokens[index]?.start ?? this.text.length);
  }

  isInFunction(index: number): boolean {
    return this.#functions.some(
      ({ startTokenIndex, endTokenIndex }) => startTokenIndex <= index && index < endTokenIndex,
    );
  }

  /** Whether the token declares a name, at the top of the module or anywhere. Import names are no declarations here. */
  declares(index: number, where: 'anywhere' | 'at the top'): boolean {
    const role = this.tokens[index]?.identifierRole;
    if (role === null || role === undefined) return false;
    return where === 'anywhere' ? DECLARATIONS.has(role) : TOP_DECLARATIONS.has(role);
  }

  /** Whether the token reads or calls a name, rather than naming a property. */
  reads(index: number): boolean {
    return this.tokens[index]?.identifierRole === ACCESS;
  }
}

// The numbers that sucrase's tokens carry as `identifierRole`.
const ACCESS = 0;
const TOP_DECLARATIONS = new Set([2, 5]);
const DECLARATIONS = new Set([2, 3, 4, 5, 6, 7, 9]);

export function placeAt(path: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { path, line: before.split('\n').length, column: offset - lineStart + 1 };
}
