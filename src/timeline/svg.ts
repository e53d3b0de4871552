/** The only way learner text gets into a drawing: nothing of it can be markup. */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}

/** A coordinate with one decimal, which is as fine as a screen shows. */
export function px(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded);
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  const [fromX, fromY, toX, toY] = [px(x1), px(y1), px(x2), px(y2)];
  const end = fromX === toX ? `V${toY}` : fromY === toY ? `H${toX}` : `L${toX} ${toY}`;
  return `M${fromX} ${fromY}${end}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters and halves of surrogate pairs make a document that no parser takes. */
const FORBIDDEN = new RegExp(
  [
    '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uFFFE\\uFFFF]',
    '[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])',
    '(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]',
  ].join('|'),
  'g',
);
