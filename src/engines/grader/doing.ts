/** What a grader is about. When it falls silent, the last of these is all that is known of the program in it. */
export type Doing =
  | { readonly kind: 'compiling' }
  | {
      readonly kind: 'playing';
      readonly scenario: string;
      /** Checks that this scenario is played for; none in a run. */
      readonly checks: readonly string[];
      /** Whose step it is; known only when every step is told. */
      readonly step?: { readonly process: string; readonly schedule: string; readonly atMs: number };
    };
