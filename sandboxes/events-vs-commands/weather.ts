import type { Scope } from 'lab/authoring';

/** A process dies just before or just after any of its effects. */
export const crashes: Scope = { fault: 'crash' };

/** The broker hands out a copy: at once, or when everything else is done. */
export const copies: Scope = { fault: 'duplicate', byMs: [0, 500] };

/** The broker refuses a message, or takes it and the answer is lost. */
export const failingPublishes: Scope = { fault: 'fail', at: ['publish', 'send'] };
