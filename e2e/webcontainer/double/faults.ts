/** What goes wrong in the double; may be changed while it runs. */
export interface Faults {
  /** What the network answers in the place of the engine's page. `unanswered`: it swallows the question. */
  page?: 'aborted' | 'not found' | 'silent' | 'unanswered' | 'without headers';
  /** `hangs`: until it is lifted. */
  build?: 'hangs' | 'throws';
  teardownThrows?: boolean;
  diskIsFull?: boolean;
  cannotBeKilled?: boolean;
  /** Nothing is answered any more. */
  isSilent?: boolean;
  /** A script that every Node process runs before its own program. */
  preload?: string;
}
