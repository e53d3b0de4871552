/** Simulated milliseconds from the asking to the happening. Their order matters, not their values: a mail is slow, an ack quick. */
export const LATENCY = {
  statement: 1,
  commit: 2,
  publish: 5,
  bind: 1,
  deliver: 2,
  ack: 1,
  call: 1,
  answer: 1,
  mail: 40,
  restart: 100,
} as const;

/** A message whose handler threw comes back after this long, times the number of its returns (RabbitMQ's delayed retry). */
export const RETRY_MS = 100;

/** How long `settled()` waits, how long a process may take to become ready, how long nobody need hear anything. */
export const HORIZON_MS = 60_000;

/** What a dead process has left behind, such as a lease, has run out after this long, and a pause before the next try, too. */
export const LEFT_BEHIND_MS = 60_000;

/** Whoever looks at the clock while nothing happens is watched for this long, poll by poll, before time leaps. */
export const WATCHED_MS = 1_000;

/** A customer in front of a browser gives up after this long. */
export const PATIENCE_MS = 30_000;

/** A play that needs more steps than this does not end by itself: the longest right ones need a few hundred. */
export const MOST_EVENTS = 20_000;
