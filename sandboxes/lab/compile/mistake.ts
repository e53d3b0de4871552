import { parse } from 'sucrase/dist/parser/index.js';

export interface Mistake {
  /** Offset in the text. */
  readonly at: number;
  /** The parser's own words. */
  readonly words: string;
}

/**
 * Where a text stops being TypeScript; undefined when it never does.
 *
 * The parser tries what may be an arrow function first as a list in brackets. When the mistake is inside the arrow's body it
 * gives up and blames the arrow, many lines above. Async arrows it reads in one go: so an arrow that is blamed is made async,
 * for the parser only, and the text is read again.
 */
export function mistakeIn(text: string): Mistake | undefined {
  const first = parsingError(text);
  let found = first;
  let tried = text;
  let added = 0;
  while (found && added < MOST_ARROWS && blamesArrow(tried, found.at)) {
    const opening = openingBefore(tried, found.at);
    if (opening === undefined) return first;
    tried = `${tried.slice(0, opening)}${ASYNC}${tried.slice(opening)}`;
    added++;
    const deeper = parsingError(tried);
    if (!deeper || deeper.at <= found.at) return first;
    found = deeper;
  }
  return found && { ...found, at: found.at - added * ASYNC.length };
}

const ASYNC = 'async ';
/** Within each other. */
const MOST_ARROWS = 30;

function parsingError(text: string): Mistake | undefined {
  try {
    parse(text, false, true, false);
    return undefined;
  } catch (error) {
    const { message, pos } = error as { readonly message?: unknown; readonly pos?: unknown };
    return { at: typeof pos === 'number' ? pos : 0, words: String(message).replace(/ \(\d+:\d+\)$/, '') };
  }
}

/** At its `=>`, or at the colon of its return type. */
function blamesArrow(text: string, at: number): boolean {
  return text.startsWith('=>', at) || (text[at] === ':' && text.slice(0, at).trimEnd().endsWith(')'));
}

/** The bracket that opens an arrow's parameters. */
function openingBefore(text: string, arrow: number): number | undefined {
  let depth = 0;
  for (let at = arrow - 1; at >= 0; at--) {
    if (text[at] === ')') depth++;
    if (text[at] === '(' && --depth === 0) return at;
  }
  return undefined;
}
