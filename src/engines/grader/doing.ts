import type { Place } from '#timeline/story.ts';

/** What a grader was about when it last said something: all that is known of a program that then fell silent. */
export type Doing =
  | { readonly kind: 'compiling' }
  /** Top level of a file, before any process runs. */
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'playing';
      readonly scenario: string;
      /** The schedule's text; absent when many are played side by side. */
      readonly schedule?: string;
      /** Whose code was about to run, as the trace names it. */
      readonly process?: string;
      /** The loop that went round and round. */
      readonly loop?: Place;
    };
