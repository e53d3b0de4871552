import type { CatalogueEntry } from '../catalogue.ts';
import { grade, told } from './grade.ts';

/** The solution and every alternative pass every check under every pair of faults: behaviour is graded, not our style. */
export async function rightProgramsPass(entry: CatalogueEntry): Promise<readonly string[]> {
  const programs = [
    { name: 'The solution', files: entry.solution },
    ...entry.alternatives.map(({ slug, files }) => ({ name: `The alternative ${slug}`, files })),
  ];
  const complaints: string[] = [];
  for (const { name, files } of programs) {
    const results = await grade(entry.exercise, files, { depth: 'deep' });
    const failed = results.filter((result) => result.outcome !== 'passed');
    complaints.push(...failed.map((result) => `${name} does not pass: ${told(result)}`));
  }
  return complaints;
}
