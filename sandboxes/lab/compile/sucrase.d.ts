// The parser that sucrase itself uses; its tokens tell imports, exports and types apart. Its files carry no types.

declare module 'sucrase/dist/index.js' {
  export { transform } from 'sucrase';
}

declare module 'sucrase/dist/parser/index.js' {
  export interface Token {
    readonly type: number;
    readonly start: number;
    readonly end: number;
    readonly isType: boolean;
    readonly identifierRole: number | null;
    readonly scopeDepth: number;
  }
  export interface Scope {
    readonly startTokenIndex: number;
    readonly endTokenIndex: number;
    readonly isFunctionScope: boolean;
  }
  export function parse(
    text: string,
    jsx: boolean,
    typescript: boolean,
    flow: boolean,
  ): { readonly tokens: readonly Token[]; readonly scopes: readonly Scope[] };
}
