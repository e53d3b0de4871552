import type { Scope } from 'lab/authoring';

/** An instance of one of these dies just before or just after any of its effects. */
export const crashesOf = (...processes: readonly string[]): Scope => ({ fault: 'crash', of: processes });

/** The broker hands out a copy of a job: at once, or when it is done. */
export const copiesOfJobs: Scope = { fault: 'duplicate', of: ['invoices'], byMs: [0, 1_000] };

/** The database refuses a commit of one of these, or makes it and the answer is lost. */
export const failingCommitsOf = (...processes: readonly string[]): Scope => ({
  fault: 'fail',
  of: processes,
  at: ['commit'],
});

/** The broker refuses a job, or takes it and the answer is lost. */
export const failingSends: Scope = { fault: 'fail', of: ['orders'], at: ['send'] };

/** The log refuses a fact, or takes it and the answer is lost. */
export const failingPublishes: Scope = { fault: 'fail', of: ['orders'], at: ['publish'] };

/** Whoever mails dies around a mail, or around the commit of an offset. */
export const crashesOfMailers: Scope = {
  fault: 'crash',
  of: ['order-list', 'confirmation'],
  at: ['mail', 'offset'],
};
