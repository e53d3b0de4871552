/** How many columns of a terminal a text takes; rather one too many than one too few. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text) columns += columnsOfLetter(letter);
  return columns;
}

export function columnsOfLetter(letter: string): number {
  if (letter <= '\u02ff') return 1;
  // This one turns the sign before it into a picture, which is wider.
  if (letter === '\ufe0f') return 1;
  if (NONE.test(letter)) return 0;
  return TWO.test(letter) ? 2 : 1;
}

/** Cut to so many columns, with an ellipsis where something is missing. */
export function cutTo(text: string, most: number): string {
  if (columnsOf(text) <= most) return text;
  let kept = '';
  let columns = 0;
  for (const letter of text) {
    columns += columnsOfLetter(letter);
    if (columns > most - 1) break;
    kept += letter;
  }
  return most < 1 ? '' : `${kept.trimEnd()}…`;
}

const NONE = /[\p{Mn}\p{Me}]/u;
const TWO =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
