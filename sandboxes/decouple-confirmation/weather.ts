import type { Scope } from 'lab/authoring';

/** A process dies just before or just after any of its effects. */
export const crashes: Scope = { fault: 'crash' };

/** The broker hands out a copy: at once, or so much later that the deploy lies in between. */
export const copies: Scope = { fault: 'duplicate', byMs: [0, 2_500] };

/** A message arrives late, so that others pass it. */
export const lateDeliveries: Scope = { fault: 'delay', at: ['deliver'], byMs: [300] };

/** The broker refuses a message, or takes it and the answer is lost. */
export const failingPublishes: Scope = { fault: 'fail', at: ['publish', 'send'] };

/** The database refuses a commit, or commits and the answer is lost. */
export const failingCommits: Scope = { fault: 'fail', at: ['commit'] };

/** A transaction takes long to commit, so that others overtake it. */
export const slowCommits: Scope = { fault: 'delay', at: ['commit'], byMs: [300] };

/** The mail provider refuses, or sends the mail and the answer is lost. */
export const failingMails: Scope = { fault: 'fail', at: ['mail'] };

/** A program that reads from replicas sees what was true a second ago. */
export const laggingReplicas: Scope = { fault: 'lag', byMs: [1_000] };
