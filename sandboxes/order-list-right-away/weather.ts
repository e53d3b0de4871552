import type { Scope } from 'lab/authoring';

/** The list is far behind today. */
export const laggingList: Scope = { fault: 'lag', byMs: [100, 400, 2_000, 5_000] };

/** The list is behind, by more or less than the time between two changes. */
export const somewhatLaggingList: Scope = { fault: 'lag', byMs: [100, 400] };

/** A page dies just before or just after any of its effects. */
export const crashesOfPages: Scope = { fault: 'crash', of: ['page'] };

/** A page dies just before or just after it answers. */
export const crashesAtTheAnswer: Scope = { fault: 'crash', of: ['page'], at: ['answer'] };

/** The projection dies just before or just after any of its effects. */
export const crashesOfTheProjection: Scope = { fault: 'crash', of: ['projection'] };

/** The write side dies just before or just after any of its effects. */
export const crashesOfOrders: Scope = { fault: 'crash', of: ['orders'] };

/** A page's call to orders does not get through, or gets through and its answer is lost. */
export const failingCalls: Scope = { fault: 'fail', of: ['page'], at: ['call'] };

/** The broker hands out a copy: at once, or when everything else is done. */
export const copies: Scope = { fault: 'duplicate', byMs: [0, 500] };

/** A message is late, and others overtake it. */
export const lateDeliveries: Scope = { fault: 'delay', at: ['deliver'], byMs: [300] };
