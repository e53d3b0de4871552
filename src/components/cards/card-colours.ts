import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The site's colours as they are in light, by the name of their token. A shared picture has no dark mode. */
export function lightColours(): ReadonlyMap<string, string> {
  const tokens = readFileSync(join(process.cwd(), 'src/styles/tokens.css'), 'utf8');
  const colours = new Map(
    [...tokens.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]+),/g)].map(([, name, light]) => [name!, light!]),
  );
  colours.set('pen-reader', colours.get('ink')!);
  return colours;
}
