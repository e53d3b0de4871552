import { parseScheduleId, play } from 'lab/authoring';
import type { Ending } from '../engine.ts';
import type { Playing } from './doing.ts';
import type { Grading } from './grade.ts';
import { stepTeller } from './play-story.ts';

/** Plays one after the other what a check had played side by side, and tells every step: to find the one that never ends. */
export async function watchBatch(grading: Grading, batch: readonly Playing[]): Promise<Ending> {
  const { exercise, program } = grading;
  for (const playing of batch) {
    const checks = exercise.checks.filter(({ scenario }) => scenario.id === playing.scenario);
    const schedule = parseScheduleId(playing.schedule);
    const [check] = checks;
    if (!check || !schedule) continue;
    const onStep = stepTeller(grading, { kind: 'playing', batch: [playing], checks: checks.map(({ id }) => id) });
    await play(program, check.scenario, schedule, { onStep });
  }
  return { kind: 'done' };
}
