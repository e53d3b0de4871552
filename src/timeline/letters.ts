import { letterWidths } from './letter-widths.ts';

/** How wide a text is set in Instrument Sans, in px. Labels are seated without a browser, so it is known from a table. */
export function textWidth(text: string, sizePx: number, weight: 450 | 500 | 600 | 650 = 500): number {
  let thousandths = 0;
  for (const letter of text) thousandths += WIDTHS.get(letter) ?? UNKNOWN;
  return (thousandths / 1000) * sizePx * HEAVIER[weight];
}

/** The text with its middle left out, so that it fits; whole when it does. Names of a family often differ at their end. */
export function shortened(text: string, widthPx: number, sizePx: number, weight: 450 | 500 | 600 | 650 = 500): string {
  if (textWidth(text, sizePx, weight) <= widthPx) return text;
  const letters = [...text];
  for (let kept = letters.length - 1; kept > 1; kept--) {
    const end = Math.floor(kept / 3);
    const short = `${letters
      .slice(0, kept - end)
      .join('')
      .trimEnd()}…${end === 0 ? '' : letters.slice(-end).join('')}`;
    if (textWidth(short, sizePx, weight) <= widthPx) return short;
  }
  return '…';
}

/** The text in lines of at most this width. A word that is wider than a line is broken. */
export function wrapped(text: string, widthPx: number, sizePx: number, weight: 450 | 500 | 600 | 650 = 500): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((w) => broken(w, widthPx, sizePx, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, sizePx, weight) > widthPx) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function broken(word: string, widthPx: number, sizePx: number, weight: 450 | 500 | 600 | 650): string[] {
  if (textWidth(word, sizePx, weight) <= widthPx) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, sizePx, weight) > widthPx) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

const WIDTHS = new Map(
  letterWidths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** A letter of another script comes from another font; most are no wider than this. */
const UNKNOWN = 1000;

/** Heavier cuts of the same font are wider by this; 450 is narrower by less than a hundredth. */
const HEAVIER = { 450: 1, 500: 1, 600: 1.0125, 650: 1.019 };
