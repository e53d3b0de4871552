import { Resvg } from '@resvg/resvg-js';
import { wide } from '#timeline/wide.ts';
import { xmlText } from '../xml-text.ts';
import { CARD } from './card-address.ts';
import { lightColours } from './card-colours.ts';
import { cardFonts } from './card-fonts.ts';
import type { CardPicture } from './card-pictures.ts';
import { pictureStyles, withPens } from './picture-styles.ts';
import { titleLines } from './title-lines.ts';

export interface CardWords {
  readonly title: string;
  /** What the page is: "Lesson 6 of 7, 45 minutes". */
  readonly kind: string;
}

/** A page's card as a PNG: the mark, what it is, its title, and a piece of the recorder's strip. */
export async function drawCard(words: CardWords, picture: CardPicture): Promise<Uint8Array> {
  const font = { fontFiles: [...(await cardFonts())], loadSystemFonts: false, defaultFontFamily: 'Instrument Sans' };
  const measure = (text: string, sizePx: number): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="0" y="100" font-family="Brygada 1918" font-weight="500" font-size="${sizePx}">${xmlText(text)}</text></svg>`;
    return new Resvg(svg, { font }).getBBox()?.width ?? 0;
  };
  const title = titleLines(words.title, CARD.width - 2 * EDGE, measure);
  return new Resvg(cardSvg(words.kind, title, picture), { font }).render().asPng();
}

const EDGE = 64;

function cardSvg(kind: string, title: ReturnType<typeof titleLines>, shown: CardPicture): string {
  const colours = lightColours();
  const colour = (name: string) => colours.get(name)!;
  const { lines, sizePx } = title;
  const lead = sizePx * 1.08;
  const first = 176 + sizePx * 0.78;
  const text = lines.map(
    (line, index) => `<text class="title" x="${EDGE - 3}" y="${first + index * lead}">${xmlText(line)}</text>`,
  );
  const top = first + (lines.length - 1) * lead + 44;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}">
<style>
text { font-family: "Instrument Sans"; font-weight: 500; }
.brand { font-family: "Brygada 1918"; font-size: 30px; fill: ${colour('ink')}; }
.kind { font-size: 27px; font-weight: 450; fill: ${colour('ink-3')}; }
.title { font-family: "Brygada 1918"; font-size: ${sizePx}px; letter-spacing: -1px; fill: ${colour('ink')}; }
${pictureStyles()}
</style>
<rect width="100%" height="100%" fill="${colour('paper')}"/>
${ruler(colour)}
<svg x="${EDGE}" y="30" width="58" height="50" viewBox="0 0 30 26" fill="none" stroke="${colour('ink')}"><path d="M0 4H30M0 22H30" stroke-width="1.5"/><path d="M0 13H30" stroke-width="1" stroke-dasharray="1 2.5"/><path d="M5 4L10 13H18L24 22" stroke-width="2.5"/><path d="M26 22L19.5 20.3L23.4 16.6Z" fill="${colour('ink')}" stroke="none"/><circle cx="5" cy="4" r="3" fill="${colour('ink')}" stroke="none"/></svg>
<text class="brand" x="${EDGE + 76}" y="65">Event-driven basics</text>
<text class="kind" x="${CARD.width - EDGE}" y="65" text-anchor="end">${xmlText(kind)}</text>
${text.join('\n')}
${picture(shown, top)}
</svg>`;
}

/** The edge of the strip, as it is under the header of every page. */
function ruler(colour: (name: string) => string): string {
  const y = 112;
  const ticks = Array.from(
    { length: CARD.width / 20 + 1 },
    (_, index) => `M${index * 20} ${y}v-${index % 5 === 0 ? 12 : 7}`,
  );
  return `<path d="M0 ${y}H${CARD.width}${ticks.join('')}" fill="none" stroke="${colour('edge')}" stroke-width="1.5"/>`;
}

/** As wide as the title may be, in letters that can be read in a preview; what does not fit in height runs off the paper. */
function picture({ scene, followed }: CardPicture, top: number): string {
  const { svg } = wide(scene, { id: 'card', width: DRAWN_AT, ...(followed ? { followed } : {}) });
  const scale = (CARD.width - 2 * EDGE) / DRAWN_AT;
  const inside = withPens(svg).replace(/^<svg[^>]*>|<\/svg>$/g, '');
  return `<g class="tl-svg is-wide" transform="translate(${EDGE} ${top}) scale(${scale})">${inside}</g>`;
}

const DRAWN_AT = 800;
