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
      lede: z.string(),
      parts: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  }),
  lessons: defineCollection({
    loader: file('content/lessons.json'),
    schema: z.object({
      title: z.string(),
      minutes: z.number(),
      /** A lesson without an address is coming. */
      path: z.string().optional(),
    }),
  }),
  outcomes: defineCollection({
    loader: file('content/outcomes.json'),
    schema: z.object({
      statement: z.string(),
      /** What shows it, in the order of its squares; a check's id never changes. */
      evidence: z.array(z.object({ exercise: z.string(), check: z.string() })),
      coming: z.string().optional(),
    }),
  }),
};
