/** What a grader is about. When it falls silent, the last of these is all that is known of the program in it. */
export type Doing =
  | { readonly kind: 'compiling' }
  | {
      readonly kind: 'playing';
      /** What is being played side by side: the program that falls silent does so in one of these. */
      readonly batch: readonly Playing[];
      /** Checks that this is played for; none in a run. */
      readonly checks: readonly string[];
      /** Whose step it is; known only when every step is told. */
      readonly step?: { readonly process: string; readonly schedule: string; readonly atMs: number };
    };

/** One play, by the ids of its scenario and its schedule. */
export interface Playing {
  readonly scenario: string;
  readonly schedule: string;
}
