/** What a file says of itself before its first line of code, without the signs of a comment. */
export interface Explanation {
  /** How many lines of the file it takes, the empty one after it included. */
  readonly lines: number;
  readonly parts: readonly ExplanationPart[];
}

export type ExplanationPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] };

/** Undefined when the file begins with code, or with a remark of a single line. */
export function leadingExplanation(text: string): Explanation | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const count = end < 0 ? lines.length : end;
  if (count < 2) return undefined;
  const parts: ExplanationPart[] = [];
  let isOpen = false;
  for (const line of lines.slice(0, count)) {
    const words = line.replace(/^\/\/ ?/, '').trim();
    if (words === '') isOpen = false;
    else {
      add(parts, words, isOpen);
      isOpen = true;
    }
  }
  return { lines: count + (lines[count] === '' ? 1 : 0), parts };
}

/** A line goes on with what is open, unless it begins a step. */
function add(parts: ExplanationPart[], words: string, isOpen: boolean): void {
  const step = /^\d+\. (.*)$/.exec(words)?.[1];
  const last = parts.at(-1);
  if (step !== undefined) {
    if (last?.kind === 'steps') parts.splice(-1, 1, { ...last, items: [...last.items, step] });
    else parts.push({ kind: 'steps', items: [step] });
  } else if (!isOpen || !last) parts.push({ kind: 'paragraph', text: words });
  else if (last.kind === 'paragraph') parts.splice(-1, 1, { ...last, text: `${last.text} ${words}` });
  else parts.splice(-1, 1, { ...last, items: [...last.items.slice(0, -1), `${last.items.at(-1)} ${words}`] });
}
