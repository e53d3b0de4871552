import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lightColours } from './card-colours.ts';

const PENS = ['orders', 'broker', 'confirmation', 'stock', 'list', 'analytics', 'relay', 'reader'] as const;

/**
 * How the site letters and draws a timeline, in the CSS that a picture's renderer understands: without variables, without
 * `light-dark()`, and with a rule for each pen in the place of one that asks for the pen around it.
 */
export function pictureStyles(): string {
  const css = readFileSync(join(process.cwd(), 'src/styles/timeline-picture.css'), 'utf8');
  return plainRules(css, lightColours());
}

export function plainRules(css: string, colours: ReadonlyMap<string, string>): string {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .flatMap(([, selector, body]) => {
      const selectors = selector!.split(',').map((each) => each.trim());
      const known = selectors.filter((each) => !each.includes(':'));
      if (known.length === 0) return [];
      const said = body!.replace(/var\(--tl-ground[^)]*\)\)?/g, 'var(--paper)');
      if (!said.includes('var(--pen)')) return [`${known.join(',')}{${withColours(said, colours)}}`];
      return PENS.map((pen) => {
        const ofPen = known.map((each) => `${each}.pen-${pen}`).join(',');
        return `${ofPen}{${withColours(said.replaceAll('var(--pen)', `var(--pen-${pen})`), colours)}}`;
      });
    })
    .join('\n');
}

function withColours(body: string, colours: ReadonlyMap<string, string>): string {
  return body.replace(/var\(--([\w-]+)\)/g, (_, name: string) => {
    const colour = colours.get(name);
    if (!colour) throw new Error(`A card cannot be drawn with --${name}: tokens.css gives it no light colour.`);
    return colour;
  });
}

/** Every element of a drawing with a class for the pen that it is drawn in: the nearest `data-pen` around it. */
export function withPens(svg: string): string {
  const pens: string[] = [];
  return svg.replace(
    /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/g,
    (whole, closes: string, name: string, attributes: string, ends: string) => {
      if (closes) {
        pens.pop();
        return whole;
      }
      const pen = /\bdata-pen="([^"]*)"/.exec(attributes)?.[1] ?? pens.at(-1) ?? '';
      if (!ends) pens.push(pen);
      if (!pen) return whole;
      const classed = /\bclass="/.test(attributes)
        ? attributes.replace(/\bclass="/, `class="pen-${pen} `)
        : `${attributes} class="pen-${pen}"`;
      return `<${name}${classed}${ends}>`;
    },
  );
}
