import type { ProgressRecord } from '#stores/progress-record.ts';

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

/** How a way of a case stands, as `content/decisions.json` has it. */
export type WayVerdict = 'fits' | 'fits if' | 'costs more';

const WAY_WORDS: Readonly<Record<WayVerdict, string>> = {
  fits: 'Your way fits',
  'fits if': 'Your way fits under a condition',
  'costs more': 'Your way does not fit',
};

/** What a decision is worth, in one line, and on which go it was made if not on the first. */
export function decisionWords(way: WayVerdict, decides: boolean, goes: number): string {
  const verdict = `${WAY_WORDS[way]}; your reason ${decides ? 'decides' : 'does not decide'}.`;
  return goes > 1 ? `${verdict} You decided ${goes} times.` : verdict;
}

/** How often a case has been decided. */
export const goesOf = ({ questions }: ProgressRecord, decision: string): number =>
  Object.hasOwn(questions, decision) ? (questions[decision]?.goes ?? 1) : 0;
