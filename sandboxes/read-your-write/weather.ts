import type { Scope } from 'lab/authoring';

/** A replica is far behind today. */
export const laggingReplicas: Scope = { fault: 'lag', byMs: [100, 400] };

/** Somebody on the read side dies just before or just after any of its effects. */
export const crashesOfReaders: Scope = { fault: 'crash', of: ['projection', 'page'] };

/** The projection dies just before or just after any of its effects. */
export const crashesOfTheProjection: Scope = { fault: 'crash', of: ['projection'] };

/** The write side dies just before or just after any of its effects. */
export const crashesOfOrders: Scope = { fault: 'crash', of: ['orders'] };

/** The broker hands out a copy: at once, or when everything else is done. */
export const copies: Scope = { fault: 'duplicate', byMs: [0, 500] };

/** A message is late, and others overtake it. */
export const lateDeliveries: Scope = { fault: 'delay', at: ['deliver'], byMs: [300] };

/** The database refuses a commit of the projection, or makes it and the answer is lost. */
export const failingCommits: Scope = { fault: 'fail', of: ['projection'], at: ['commit'] };

/** A commit of the write side takes its time. */
export const slowCommits: Scope = { fault: 'delay', of: ['orders'], at: ['commit'], byMs: [20] };

/** The write side answers, only much too late. */
export const slowAnswers: Scope = { fault: 'delay', of: ['orders'], at: ['answer'], byMs: [2_000] };
