import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../src/exercise/exercise-data.ts';

/** Absolute. */
export const exerciseFolder = fileURLToPath(new URL('../../sandboxes/decouple-confirmation', import.meta.url));

/** A variant of the practice, as it stands in its folder; a wrong solution lies over the solution. */
export function filesOf(variant: string): SourceFile[] {
  const files = new Map<string, string>();
  for (const layer of variant.startsWith('wrong/') ? ['solution', variant] : [variant]) {
    for (const path of readdirSync(`${exerciseFolder}/${layer}`))
      files.set(path, readFileSync(`${exerciseFolder}/${layer}/${path}`, 'utf8'));
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

/** The solution with some files replaced or added. */
export function changed(changes: Readonly<Record<string, string>>): SourceFile[] {
  const files = new Map(filesOf('solution').map(({ path, text }) => [path, text]));
  for (const [path, text] of Object.entries(changes)) files.set(path, text);
  return [...files].map(([path, text]) => ({ path, text }));
}

/** One process with this text, and nothing else. */
export function alone(text: string): SourceFile[] {
  return [
    { path: 'deployment.ts', text: `export default { processes: { orders: './orders.ts' }, tables: {} };` },
    { path: 'orders.ts', text },
  ];
}
