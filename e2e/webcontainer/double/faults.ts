/** What goes wrong in the double; may be changed while it runs. */
export interface Faults {
  /** What the network answers in the place of the engine's page. */
  page?: 'aborted' | 'not found' | 'silent' | 'without headers';
  build?: 'hangs' | 'throws';
  teardownThrows?: boolean;
  diskIsFull?: boolean;
  cannotBeKilled?: boolean;
  /** Nothing is answered any more. */
  isSilent?: boolean;
}
