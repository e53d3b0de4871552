/**
 * What a program sent may be anything that is JSON: these read it without a claim about it, and without recursion, so
 * that no depth of it can break a verdict.
 */

/** An object's fields; none for anything else. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Whether this text stands somewhere in the value: as a text of its own, or within one when it is long enough to mean something. */
export function mentions(value: unknown, text: string): boolean {
  return somePart(
    value,
    (part) => part === text || (typeof part === 'string' && text.length >= 8 && part.includes(text)),
  );
}

/** Whether the value, or anything in it at any depth, is so. */
export function somePart(value: unknown, isSo: (part: unknown) => boolean): boolean {
  const parts = [value];
  while (parts.length > 0) {
    const part = parts.pop();
    if (isSo(part)) return true;
    for (const inner of Object.values(asRecord(part))) parts.push(inner);
  }
  return false;
}

/** The value as text for a sentence, cut when it is long. */
export function quoted(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? 'a list'
        : 'an object'
      : JSON.stringify(value);
  return text === undefined ? 'nothing' : shortened(text);
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
