import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { demonstratedPrograms } from '#exercise/load-demonstrations.ts';
import { exercises } from '#sandboxes/catalogue.ts';

/** The programs that an exercise's stories, explorables and break-its play: fetched when somebody is about to play one. */
export const GET: APIRoute = async ({ params }) =>
  Response.json(demonstratedPrograms(await catalogueEntry(params.exercise ?? '')));

export const getStaticPaths: GetStaticPaths = async () =>
  (await exercises())
    // In a playground the learner's own files are played.
    .filter(({ exercise }) => exercise.checks.length > 0)
    .filter(
      ({ demonstrations: { stories, explorables, breakIts } }) =>
        stories.length + explorables.length + breakIts.length > 0,
    )
    .map(({ exercise }) => ({ params: { exercise: exercise.id } }));
