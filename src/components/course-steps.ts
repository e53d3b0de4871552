import { getCollection } from 'astro:content';
import type { Exercise } from 'lab/authoring';
import type { CourseStep } from '#elements/resume-step.ts';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { coursePages } from './course-pages.ts';
import { pageAddress } from './page-address.ts';

/** The pages of the course that have an exercise, in its order. */
export async function courseSteps(): Promise<readonly CourseStep[]> {
  const exercises = new Map<string, string>([
    ...(await getCollection('lessonTexts')).map(({ id, data }): [string, string] => [`/lessons/${id}/`, data.exercise]),
    ['/pitfall/', 'order-list-right-away'],
    ['/practice/', 'decouple-confirmation'],
  ]);
  const pages = await coursePages();
  const steps = pages.map(async ({ path, title }, index): Promise<readonly CourseStep[]> => {
    const id = exercises.get(path);
    if (id === undefined) return [];
    const { exercise, demonstrations } = await catalogueEntry(id);
    const next = pages[index + 1]!;
    return [
      {
        exercise: id,
        path,
        predictions: demonstrations.predictions.map((prediction) => prediction.id),
        title,
        address: pageAddress(`${path}#${id}`),
        checks: exercise.checks.map((check) => ({ id: check.id, title: check.title })),
        ...asideOf(exercise),
        after: { title: next.title, address: next.address },
      },
    ];
  });
  return (await Promise.all(steps)).flat();
}

/** A solved practice goes on with its worksheet. */
function asideOf({ worksheet }: Exercise): Pick<CourseStep, 'aside'> {
  if (!worksheet) return {};
  const address = pageAddress('/practice/#describe-the-window');
  return { aside: { title: 'Describe the window', address, fields: worksheet.fields.map(({ id }) => id) } };
}
