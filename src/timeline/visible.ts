/**
 * Somebody else’s text as a terminal may be given it: whatever would steer the terminal, turn the line around or show nothing is
 * written out, as `\u001b`. What it returns stays the same when it comes through once more.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (found) => {
    const code = found.codePointAt(0)!;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Control and format characters, half pairs, what no font has, and the two separators that break a line. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;
