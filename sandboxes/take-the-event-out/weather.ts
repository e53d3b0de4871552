import type { Scope } from 'lab/authoring';

/** These die just before or just after any of their effects. */
export const crashesOf = (...processes: readonly string[]): Scope => ({ fault: 'crash', of: processes });

/** A question, an answer of pricing, or a message takes five seconds. */
export const slowQuestions: Scope = { fault: 'delay', at: ['call', 'deliver'], byMs: [5_000] };
export const slowPricing: Scope = { fault: 'delay', of: ['pricing'], at: ['answer', 'publish'], byMs: [5_000] };

/** The database refuses a commit, or commits and the answer is lost. */
export const failingCommitsOf = (...processes: readonly string[]): Scope => ({
  fault: 'fail',
  of: processes,
  at: ['commit'],
});

/** A transaction of invoicing takes long to commit, while the other instance goes on. */
export const slowInvoices: Scope = { fault: 'delay', of: ['invoicing'], at: ['commit'], byMs: [1_500] };

/** The broker refuses a message, or takes it and the answer is lost. */
export const failingPublishes: Scope = { fault: 'fail', at: ['publish', 'send'] };
