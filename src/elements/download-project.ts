import type { SourceFile } from '#exercise/exercise-data.ts';
import type { ProjectKit } from '#project/project-files.ts';
import { exerciseProject } from '#stores/exercise-project.ts';

/** Hands the learner their files as a Node project, in a zip named for the exercise. Rejects with a sentence. */
export async function downloadProject(
  exercise: string,
  kit: Promise<ProjectKit>,
  learner: readonly SourceFile[],
): Promise<void> {
  const files = await exerciseProject(kit, learner);
  // Packing is for those who download.
  const { zipProject } = await import('#project/zip-project.ts');
  const zip = new Blob([zipProject(exercise, files)], { type: 'application/zip' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(zip);
  link.download = `${exercise}.zip`;
  link.click();
  // Some browsers begin the download later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
