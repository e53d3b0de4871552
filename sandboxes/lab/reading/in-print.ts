/**
 * Sentences are written with the marks of the keyboard and shown with those of print. What they quote stays as it was; code in
 * braces keeps its marks, and so does a text with marks of its own inside.
 */
export function inPrint(sentence: string): string {
  return sentence.replace(/\{[^{}]*\}|"((?:[^"\\]|\\.)*)"|(?<=\p{L})'(?=\p{L})/gu, (found, quoted?: string) => {
    if (found === "'") return '’';
    return quoted === undefined || quoted.includes('\\') ? found : `“${quoted}”`;
  });
}
