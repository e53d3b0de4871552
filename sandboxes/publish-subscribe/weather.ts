import type { Scope } from 'lab/authoring';

/** One of the subscribers dies just before or just after any of its effects. */
export const crashesOfSubscribers: Scope = { fault: 'crash', of: ['confirmation', 'stock', 'analytics'] };

/** The broker hands out a copy: at once, or when everything else is done. */
export const copies: Scope = { fault: 'duplicate', byMs: [0, 500] };

/** A message is late, and others overtake it. */
export const lateDeliveries: Scope = { fault: 'delay', at: ['deliver'], byMs: [300] };

/** The broker refuses a fact, or takes it and the answer is lost. */
export const failingPublishes: Scope = { fault: 'fail', of: ['orders'], at: ['publish'] };

/** The database refuses a commit of one of the subscribers, or makes it and the answer is lost. */
export const failingCommits: Scope = { fault: 'fail', of: ['stock', 'analytics'], at: ['commit'] };
