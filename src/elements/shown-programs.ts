import { type DemonstratedPrograms, parseDemonstratedPrograms, programFor } from '#exercise/demonstrations.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';

/**
 * The program that a demonstration plays for these options. Programs are fetched once for a page. Rejects with a sentence
 * that names the remedy.
 */
export async function shownProgram(url: string, demonstration: string, key: string): Promise<readonly SourceFile[]> {
  const files = programFor(await fetchOnce(url), demonstration, key);
  if (files) return files;
  throw new Error('This page is older than the course it belongs to. Reload the page.');
}

const fetched = new Map<string, Promise<DemonstratedPrograms>>();

function fetchOnce(url: string): Promise<DemonstratedPrograms> {
  const known = fetched.get(url);
  if (known) return known;
  const fetching = fetchPrograms(url);
  fetched.set(url, fetching);
  // Whoever asks next tries again.
  fetching.catch(() => fetched.delete(url));
  return fetching;
}

async function fetchPrograms(url: string): Promise<DemonstratedPrograms> {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) throw new Error('The program could not be fetched. Check the connection and try again.');
  return parseDemonstratedPrograms(await answer.json());
}
