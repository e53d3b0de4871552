import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** The site's own typefaces at the weights that a card takes: who draws it knows neither WOFF2 nor variable fonts. */
const CUTS = [
  { file: 'brygada', weight: 500 },
  { file: 'instrument', weight: 450 },
  { file: 'instrument', weight: 500 },
  { file: 'instrument', weight: 600 },
] as const;

/** Latin and the signs of the course, as the fonts have been cut to. */
const LETTERS = `${String.fromCharCode(...Array.from({ length: 0x160 }, (_, index) => index + 0x20))}“”‘’–—…→←↑↓×−·`;

let made: Promise<readonly string[]> | undefined;

/** Files of these fonts; they go when the build ends. */
export function cardFonts(): Promise<readonly string[]> {
  made ??= makeFonts();
  return made;
}

async function makeFonts(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'card-fonts-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return Promise.all(
    CUTS.map(async ({ file, weight }) => {
      const font = readFileSync(join(process.cwd(), `public/fonts/${file}.woff2`));
      const cut = await subsetFont(font, LETTERS, { targetFormat: 'truetype', variationAxes: { wght: weight } });
      const path = join(folder, `${file}-${weight}.ttf`);
      writeFileSync(path, cut);
      return path;
    }),
  );
}
