import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { loadExercise } from '#exercise/load-exercise.ts';
import { libraryPart } from '#exercise/page-exercise.ts';
import { projectParts } from '#project/project-parts.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import labPackage from '#sandboxes/lab/package.json?raw';

/** The solution, the lab, the checks and the project of an exercise: fetched when somebody is about to edit or to look. */
export const GET: APIRoute = async ({ params }) => {
  const id = params.exercise ?? '';
  const project = await projectParts(await catalogueEntry(id));
  return Response.json(libraryPart(await loadExercise(id), { labPackage, project }));
};

export const getStaticPaths: GetStaticPaths = async () =>
  (await exercises()).map(({ exercise }) => ({ params: { exercise: exercise.id } }));
