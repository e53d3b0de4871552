import type { Platform } from 'lab';

/** Is to publish what waits in the outbox. Two of these run at the same time. */
export default function start(_platform: Platform) {}
