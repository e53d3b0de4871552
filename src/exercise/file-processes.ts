import type { SourceFile } from './exercise-data.ts';

/**
 * Which process starts in which file, as the deployment says it: for the shape and pen on a file's tab, and for nothing
 * that is judged. The text is read as text, so an unusual deployment costs the shapes and no more.
 */
export function fileProcesses(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const deployment = files.find((file) => file.path === 'deployment.ts')?.text ?? '';
  const entries = deployment.matchAll(/['"]?([\w-]+)['"]?\s*:\s*(?:\{\s*module\s*:\s*)?['"]\.\/([\w./-]+\.ts)['"]/g);
  const processes = new Map<string, string>();
  for (const [, name, path] of entries) {
    if (name !== undefined && path !== undefined && !processes.has(path)) processes.set(path, name);
  }
  return processes;
}
