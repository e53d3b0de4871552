import type { Fault, Schedule } from 'lab/authoring';
import { randomFrom } from '#globals/chance.ts';
import { scheduleId } from '../schedule.ts';
import { canMeet } from './faults.ts';

const MOST_TRIES = 20;

/**
 * Seeded schedules of two or three of these faults, each another, the same on every machine and every time. Fewer than
 * asked for when there are not so many that somebody wants to hear.
 */
export function mixesOf(singles: readonly Fault[], count: number, isHeard: (mix: Schedule) => boolean): Schedule[] {
  const random = randomFrom('mixes');
  const mixes = new Map<string, Schedule>();
  for (let tries = 0; singles.length > 1 && mixes.size < count && tries < count * MOST_TRIES; tries++) {
    const mix = oneMix(singles, random);
    const id = setId(mix);
    if (mix.length > 1 && !mixes.has(id) && isHeard(mix)) mixes.set(id, mix);
  }
  return [...mixes.values()];
}

function oneMix(singles: readonly Fault[], random: () => number): Schedule {
  const mix: Fault[] = [];
  for (let wanted = 2 + Math.floor(random() * 2); wanted > 0; wanted--) {
    const fault = singles[Math.floor(random() * singles.length)]!;
    if (mix.every((other) => canMeet(other, fault))) mix.push(fault);
  }
  return mix;
}

/** The same for schedules that differ only in the order in which their faults are named. */
const setId = (schedule: Schedule): string =>
  schedule
    .map((fault) => scheduleId([fault]))
    .sort()
    .join();
