import { play } from 'lab/authoring';
import type { Ending, Job, JudgedField } from '../engine.ts';
import type { Grading } from './grade.ts';
import { storyOf } from './story-of.ts';

/** Plays the worksheet's scenario and judges the answers that a trace can judge; prose is left alone. */
export async function worksheetJob(
  { exercise, program, tell, beat }: Grading,
  job: Extract<Job, { kind: 'worksheet' }>,
): Promise<Ending> {
  const { worksheet } = exercise;
  if (!worksheet) return { kind: 'error', because: 'This exercise has no worksheet.' };
  beat({ kind: 'playing', scenario: worksheet.scenario.id, schedule: 'calm' });
  const played = await play(program, worksheet.scenario, []);
  const fields: JudgedField[] = [];
  for (const field of worksheet.fields) {
    const answer = Object.hasOwn(job.answers, field.id) ? job.answers[field.id] : undefined;
    if (field.kind === 'text' || answer === undefined) continue;
    fields.push({ id: field.id, ...field.judge(played.trace, answer) });
  }
  tell({ kind: 'judged', fields, story: storyOf(exercise, worksheet.scenario, [], played) });
  return { kind: 'done' };
}
