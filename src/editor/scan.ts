/**
 * A small scanner of TypeScript for the eye alone: the static code, a draft before the editor has loaded, and the editor
 * itself are all set by it, so that nothing changes its look when one takes over from another. It goes line by line and
 * carries what is still open (a comment, a template) in a short text, because that is how an editor asks.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** For an event type such as `'order.created'`: the process that publishes it, when that is known. */
  readonly pen?: string;
}

export type TokenKind = 'plain' | 'keyword' | 'comment' | 'string' | 'event';

/** What is open at the end of a line, innermost last: `*` comment, `` ` `` template, `$` expression in one, `{` brace in that. */
export type Open = string;

/** Scans one line (without its line break). The texts of the tokens together are the line. */
export function scanLine(line: string, open: Open = ''): { readonly tokens: readonly Token[]; readonly open: Open } {
  const tokens: Token[] = [];
  let rest = line;
  let stack = open;
  // What stood before tells a division from the start of a regular expression, and a property from a keyword.
  let before = '';

  while (rest !== '') {
    const text = take(rest, stack, before);
    rest = rest.slice(text.length);
    const kind = kindOf(text, stack, before, rest);
    push(tokens, kind, text);
    stack = next(stack, text);
    if (kind !== 'comment' && text.trim() !== '') before = text;
  }
  return { tokens, open: stack };
}

/** Scans a whole text into lines of tokens. */
export function scan(source: string): readonly (readonly Token[])[] {
  let open: Open = '';
  return source.split('\n').map((line) => {
    const scanned = scanLine(line, open);
    open = scanned.open;
    return scanned.tokens;
  });
}

const commentRest = /^.*?(?:\*\/|$)/;
const templateText = /^(?:\\.?|\$(?!\{)|[^\\`$])+|^`|^\$\{/;
const space = /^\s+/;
const word = /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u;
const number = /^\d[\w.]*/;
const comment = /^\/\/.*|^\/\*.*?(?:\*\/|$)/;
const text = /^'(?:\\.|[^'\\])*(?:'|$|\\$)|^"(?:\\.|[^"\\])*(?:"|$|\\$)/;
const regularExpression = /^\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[a-z]*/;
/** After these a slash divides. */
const value = /[\w$)\]}'"`]$/;
/** After these words it does not. */
const operatorWord = /^(?:return|typeof|case|in|of|delete|void|throw|new|await|yield|else|do|instanceof)$/;

function take(rest: string, stack: Open, before: string): string {
  const top = stack.at(-1);
  const found =
    top === '*'
      ? commentRest.exec(rest)
      : top === '`'
        ? templateText.exec(rest)
        : (space.exec(rest) ??
          word.exec(rest) ??
          number.exec(rest) ??
          comment.exec(rest) ??
          text.exec(rest) ??
          (value.test(before) && !operatorWord.test(before) ? null : regularExpression.exec(rest)));
  return found?.[0] || String.fromCodePoint(rest.codePointAt(0) ?? 0);
}

function kindOf(text: string, stack: Open, before: string, rest: string): TokenKind {
  const top = stack.at(-1);
  if (top === '*' || /^\/[/*]/.test(text)) return 'comment';
  if (top === '`') return text === '${' ? 'plain' : 'string';
  if (/^['"]/.test(text)) return eventType.test(text) ? 'event' : 'string';
  if (text === '`' || (text.length > 1 && text.startsWith('/'))) return 'string';
  return isKeyword(text, before, rest) ? 'keyword' : 'plain';
}

function next(stack: Open, text: string): Open {
  const top = stack.at(-1);
  if (top === '*') return text.endsWith('*/') ? stack.slice(0, -1) : stack;
  if (top === '`') return text === '`' ? stack.slice(0, -1) : text === '${' ? `${stack}$` : stack;
  if (text.startsWith('/*')) return text.length > 3 && text.endsWith('*/') ? stack : `${stack}*`;
  if (text === '`') return `${stack}\``;
  // Outside of a template nobody has to know which brace closes what.
  if (text === '{' && stack !== '') return `${stack}{`;
  if (text === '}' && stack !== '') return stack.slice(0, -1);
  return stack;
}

/** Words that are always keywords, unless they name a property. */
const reserved = new Set(
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null return static super switch this throw true try typeof undefined var void while with yield await async'.split(
    ' ',
  ),
);
/** Words that are keywords only where another word, a brace, a quote or a star follows. */
const contextual = new Set(
  'abstract as asserts declare from infer is keyof module namespace of override readonly satisfies type unique'.split(
    ' ',
  ),
);

function isKeyword(text: string, before: string, rest: string): boolean {
  if (before === '.' || before === '?.' || /^\??:/.test(rest)) {
    // The last case of a `switch` looks like a property; only a property follows a comma.
    return text === 'default' && /^:/.test(rest) && before !== ',';
  }
  if (text === 'delete') return /^\s/.test(rest);
  if (contextual.has(text)) return /^\s+[\w$'"{*[(]/.test(rest) && !(text === 'from' && /^\s+\(/.test(rest));
  return reserved.has(text);
}

function push(tokens: Token[], kind: TokenKind, text: string): void {
  const last = tokens.at(-1);
  if (kind === 'event') tokens.push({ kind, text, ...penOf(text) });
  else if (last?.kind === kind) tokens[tokens.length - 1] = { kind, text: last.text + text };
  else tokens.push({ kind, text });
}

/** `'order.created'`, also with the wildcards of a subscription, and no file name. */
const eventType = /^(['"])[a-z][a-z-]*(?:\.(?!ts['"])(?:[a-z][a-z_-]*|\*|#))+\1$/;

/** Who publishes the events of a subject, in the order app. */
const publishers: Readonly<Record<string, string>> = {
  order: 'orders',
  stock: 'stock',
  reservation: 'stock',
  confirmation: 'confirmation',
};

function penOf(quoted: string): { readonly pen?: string } {
  const subject = /[a-z-]+/.exec(quoted)?.[0] ?? '';
  const pen = Object.hasOwn(publishers, subject) ? publishers[subject] : undefined;
  return pen === undefined ? {} : { pen };
}
