import type { ProgressRecord } from '#stores/progress.ts';

/** Each of a case's questions with the committed answer, by the name of its inputs. */
export type DecisionAnswers = ReadonlyMap<string, string>;

/** A case asks for a way and for the reason that decides. Progress keeps both as questions of their own. */
export const questionsOf = (decision: string): readonly string[] => [decision, `${decision}/reason`];

/**
 * What the learner committed to; undefined until both are there. `offered`: the options of each question, since an answer to an
 * older version of the case may name one that is gone.
 */
export function answersTo(
  { questions }: ProgressRecord,
  decision: string,
  offered: ReadonlyMap<string, readonly string[]>,
): DecisionAnswers | undefined {
  const answers = new Map<string, string>();
  for (const name of questionsOf(decision)) {
    const option = Object.hasOwn(questions, name) ? questions[name]?.option : undefined;
    if (option === undefined || !offered.get(name)?.includes(option)) return undefined;
    answers.set(name, option);
  }
  return answers;
}
