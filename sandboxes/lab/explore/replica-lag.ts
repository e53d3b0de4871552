import type { Schedule } from 'lab/authoring';

/** How far a replica is behind, counted from 1: what a fault says, or else a little more for each one. */
export function replicaLagMs(schedule: Schedule, replica: number): number {
  const lag = schedule.find((fault) => fault.kind === 'lag' && fault.replica === replica);
  return lag?.kind === 'lag' ? lag.byMs : USUAL_LAG_MS * replica;
}

const USUAL_LAG_MS = 15;
