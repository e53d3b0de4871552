import type { Scope } from 'lab/authoring';

/** A process dies just before or just after any of its effects. */
export const crashes: Scope = { fault: 'crash' };

/** The broker refuses a message, or takes it and the answer is lost. */
export const failingPublishes: Scope = { fault: 'fail', at: ['publish'] };

/** The database refuses a commit, or commits and the answer is lost. */
export const failingCommits: Scope = { fault: 'fail', at: ['commit'] };

/** A transaction of `orders` takes long to commit, so that others overtake it: for a moment, or for two seconds. */
export const slowCommits: Scope = { fault: 'delay', at: ['commit'], of: ['orders'], byMs: [120, 2_000] };

/** The broker takes its time with a message of one relay, while the other goes on. */
export const slowPublishes: Scope = { fault: 'delay', at: ['publish'], byMs: [200, 1_500] };
