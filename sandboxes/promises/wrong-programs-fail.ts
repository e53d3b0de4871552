import type { Exercise, Result } from 'lab/authoring';
import type { CatalogueEntry } from '../catalogue.ts';
import type { WrongSolution } from '../wrong-solution.ts';
import { grade, told } from './grade.ts';

/** Each wrong solution fails exactly the checks that it names, in sentences that hold the words it names. */
export async function wrongProgramsFail({ exercise, wrong }: CatalogueEntry): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const each of wrong) complaints.push(...(await complaintsAbout(exercise, each)));
  return complaints;
}

async function complaintsAbout(exercise: Exercise, { slug, files, fails }: WrongSolution): Promise<readonly string[]> {
  const results = await grade(exercise, files);
  return results.flatMap((result) => {
    const complaint = complaintAbout(result, fails.find(({ check }) => check === result.check)?.words);
    return complaint === undefined ? [] : [`wrong/${slug} ${complaint}`];
  });
}

function complaintAbout(result: Result, words: string | undefined): string | undefined {
  switch (result.outcome) {
    case 'passed':
      return words === undefined
        ? undefined
        : `passes ${result.check}: sharpen the check, or take "// Fails ${result.check}" away.`;
    case 'failed':
      if (words === undefined) return `fails ${result.check}, which it does not name: ${result.because}`;
      return result.because.includes(words)
        ? undefined
        : `fails ${result.check} without the words "${words}": ${result.because}`;
    default:
      return `cannot be judged: ${told(result)}`;
  }
}
