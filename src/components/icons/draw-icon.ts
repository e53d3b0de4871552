import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const INK = '#16201b';
const PAPER = '#f3f5ee';

/** The mark of the site as a square PNG on its paper. `share`: how much of the width it takes. */
export function drawIcon(sizePx: number, share: number): Uint8Array {
  const whole = readFileSync(join(process.cwd(), 'public/favicon.svg'), 'utf8');
  const [, mark] = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(whole.replace(/<style>[\s\S]*?<\/style>/, '')) ?? [];
  if (!mark) throw new Error('public/favicon.svg holds no drawing: the icons are drawn from it.');
  const edge = (MARK / share - MARK) / 2;
  const box = `${-edge} ${-edge} ${MARK / share} ${MARK / share}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="none"><rect x="${-edge}" y="${-edge}" width="100%" height="100%" fill="${PAPER}"/>${mark.replaceAll('currentColor', INK)}</svg>`;
  return new Resvg(svg, { fitTo: { mode: 'width', value: sizePx }, font: { loadSystemFonts: false } }).render().asPng();
}

/** The side of the mark's own square. */
const MARK = 30;
