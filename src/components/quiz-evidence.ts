import type { Evidence } from '#exercise/evidence.ts';

/** What a lesson's questions show: their right options, under the ids by which answers are kept. */
export function quizEvidence(
  lesson: string,
  questions: readonly { readonly id: string; readonly right: string[] }[],
): Extract<Evidence, { kind: 'quiz' }> {
  return { kind: 'quiz', right: Object.fromEntries(questions.map(({ id, right }) => [`${lesson}/${id}`, right])) };
}
