import type { Scope } from 'lab/authoring';

/** A process dies just before or just after any of its effects. */
export const crashes: Scope = { fault: 'crash' };

/** The database refuses a commit, or makes it and the answer is lost. */
export const failingCommits: Scope = { fault: 'fail', at: ['commit'] };

/** A message comes twice, as from a publisher that has heard no confirm: at once, or after a deploy. */
export const copies: Scope = { fault: 'duplicate', byMs: [0, 3_500] };

/** A message is late, and others overtake it. */
export const lateDeliveries: Scope = { fault: 'delay', at: ['deliver'], byMs: [300] };
