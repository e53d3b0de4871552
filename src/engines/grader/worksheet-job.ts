import type { Trace, Worksheet } from 'lab/authoring';
import type { Ending, JudgedField } from '../engine.ts';
import { cutStory } from './cut-story.ts';
import type { Grading } from './grade.ts';
import { playStory } from './play-story.ts';

/** Plays the worksheet's scenario and judges the answers that a trace can judge; prose is left alone. */
export async function worksheetJob(grading: Grading, answers: Readonly<Record<string, string>>): Promise<Ending> {
  const { worksheet } = grading.exercise;
  if (!worksheet) return { kind: 'error', because: 'This exercise has no worksheet.' };
  const { story, ending } = await playStory(grading, worksheet.scenario, []);
  const fields = judged(worksheet, story.trace, answers);
  const cut = cutStory(
    story,
    fields.flatMap((field) => field.evidence),
  );
  grading.tell({
    kind: 'judged',
    fields: fields.map((field) => ({ ...field, evidence: field.evidence.flatMap((seq) => cut.seqOf(seq) ?? []) })),
    story: cut.story,
  });
  return ending;
}

function judged({ fields }: Worksheet, trace: Trace, answers: Readonly<Record<string, string>>): JudgedField[] {
  return fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    return field.kind === 'text' || answer === undefined ? [] : [{ id: field.id, ...field.judge(trace, answer) }];
  });
}
