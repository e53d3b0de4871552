import type { APIRoute, GetStaticPaths } from 'astro';
import { loadExercise } from '#exercise/load-exercise.ts';
import { libraryPart } from '#exercise/page-exercise.ts';
import { exercises } from '#sandboxes/catalogue.ts';
import labPackage from '#sandboxes/lab/package.json?raw';

/** The solution, the lab and the checks of an exercise: fetched when somebody is about to edit or to look. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(libraryPart(await loadExercise(params.exercise ?? ''), labPackage));

export const getStaticPaths: GetStaticPaths = async () =>
  (await exercises()).map(({ exercise }) => ({ params: { exercise: exercise.id } }));
