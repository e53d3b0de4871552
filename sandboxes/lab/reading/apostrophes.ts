/** Sentences are written with the apostrophe of the keyboard and shown with the one of print. What they quote stays as it was. */
export function withApostrophes(sentence: string): string {
  return sentence.replace(/"(?:[^"\\]|\\.)*"|(?<=\p{L})'(?=\p{L})/gu, (found) => (found === "'" ? '’' : found));
}
