import { nodeGraderText } from '#engines/webcontainer/node-grader-text.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { type ProjectKit, projectFiles } from '#project/project-files.ts';

/** The exercise's Node project with these files of the learner's. Rejects with a sentence when its parts cannot be fetched. */
export async function exerciseProject(
  kit: Promise<ProjectKit>,
  learner: readonly SourceFile[],
): Promise<readonly SourceFile[]> {
  const [parts, grader] = await Promise.all([kit, nodeGraderText()]);
  return projectFiles(parts, learner, grader);
}
