import { defineCollection, reference } from 'astro:content';
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
  resources: defineCollection({
    loader: file('content/resources.json'),
    schema: z.object({
      number: z.number(),
      title: z.string(),
      /** Who wrote it, and when or for which version. */
      by: z.string(),
      url: z.url({ protocol: /^https$/ }),
      why: z.string(),
      /** `read`: by us, in full. `overview`: what it says of itself. `cited`: its address and its points, in texts of others. */
      confirmed: z.enum(['read', 'overview', 'cited']),
      /** Lessons that it goes on from. */
      lessons: z.array(reference('lessons')),
    }),
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
