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
  /** The text of each lesson; its title, place and minutes are in `lessons`. */
  lessonTexts: defineCollection({
    loader: glob({ base: './content/lessons', pattern: '*.mdx' }),
    schema: z.object({
      description: z.string(),
      /** Code stands in backticks. */
      lede: z.string(),
      exercise: z.string(),
    }),
  }),
  quizzes: defineCollection({
    loader: glob({ base: './content/quizzes', pattern: '*.json' }),
    schema: z.object({
      /** Code stands in backticks. */
      questions: z.array(
        z
          .object({
            /** Never changes: what the learner answered hangs on it. */
            id: z.string(),
            question: z.string(),
            /** More than one where the facts allow several. */
            right: z.array(z.string()).min(1),
            options: z.array(z.object({ id: z.string(), label: z.string(), because: z.string() })).min(3),
          })
          .refine(({ right, options }) => right.every((id) => options.some((option) => option.id === id)), {
            error: 'A right answer names no option of its question.',
          }),
      ),
    }),
  }),
  /** Cases in which one of the ways of an explorable is to be chosen, and why. */
  decisions: defineCollection({
    loader: file('content/decisions.json'),
    schema: z
      .object({
        lesson: reference('lessons'),
        number: z.number(),
        title: z.string(),
        situation: z.string(),
        /** What the exercise plays under the case's id, and over the column of what its trouble makes of it. */
        measured: z.strictObject({ played: z.string(), trouble: z.string() }),
        ways: z.array(
          z.discriminatedUnion('verdict', [
            z.strictObject({ id: z.string(), verdict: z.literal('fits'), because: z.string() }),
            /** `condition` goes on after “fits if”. */
            z.strictObject({
              id: z.string(),
              verdict: z.literal('fits if'),
              condition: z.string(),
              because: z.string(),
            }),
            z.strictObject({ id: z.string(), verdict: z.literal('costs more'), because: z.string() }),
          ]),
        ),
        reasons: z
          .array(z.strictObject({ id: z.string(), label: z.string(), decides: z.boolean(), because: z.string() }))
          .min(3),
      })
      .refine(({ ways }) => ways.some(({ verdict }) => verdict === 'fits'), { error: 'No way fits this case.' })
      .refine(({ reasons }) => reasons.some(({ decides }) => decides), { error: 'No reason decides this case.' }),
  }),
  glossary: defineCollection({
    loader: file('content/glossary.json'),
    schema: z.object({ term: z.string(), meaning: z.string(), lesson: reference('lessons') }),
  }),
  /** What claims rest on, by its code. */
  sources: defineCollection({
    loader: file('content/sources.json'),
    schema: z.object({
      title: z.string(),
      /** Version, date or commit that was read. */
      state: z.string(),
      url: z.url({ protocol: /^https$/ }),
      /** `read`: the text itself. `quoted`: what is claimed, word for word in texts of others. `cited`: through texts that cite it. */
      confirmed: z.enum(['read', 'quoted', 'cited']),
    }),
  }),
  /** What became of the course and when, newest first: its page and its feed. */
  changes: defineCollection({
    loader: file('content/changes.json'),
    schema: z.object({
      at: z.iso.datetime(),
      title: z.string(),
      what: z.string(),
      /** Where it can be seen. */
      path: z.string().startsWith('/'),
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
      /** What shows it, in the order of its squares. A lesson gives all that can be done in it, the others some checks. */
      evidence: z.array(
        z.union([
          z.strictObject({ lesson: reference('lessons') }),
          z.strictObject({ page: z.enum(['pitfall', 'practice']), exercise: z.string(), checks: z.array(z.string()) }),
        ]),
      ),
    }),
  }),
};
