import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** The words of the course. They import nothing; pages hand them the parts that they name. */
export const collections = {
  texts: defineCollection({
    loader: glob({ base: './content', pattern: '*.mdx' }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
      minutes: z.number(),
      /** Code stands in backticks. */
      lede: z.string(),
    }),
  }),
  lessons: defineCollection({
    loader: file('content/lessons.json'),
    schema: z.object({ number: z.number(), title: z.string(), minutes: z.number() }),
  }),
  outcomes: defineCollection({
    loader: file('content/outcomes.json'),
    schema: z.object({
      number: z.number(),
      statement: z.string(),
      /** What shows it, in the order of its squares. None: its lesson is coming. */
      evidence: z.array(z.object({ exercise: z.string(), check: z.string() })),
    }),
  }),
};
