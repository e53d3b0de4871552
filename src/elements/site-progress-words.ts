import type { Evidence } from '#exercise/evidence.ts';
import {
  type ExerciseProgress,
  firstAnswer,
  type PassedProgress,
  type ProgressRecord,
  progressOf,
} from '#stores/progress-record.ts';
import { calendarDay } from './dates.ts';

/** One square of an outcome: whether it has been shown. `helped`: with help, or by a quiz of which much was explained first. */
export type Standing = 'open' | 'shown' | 'helped';

export function standingOf(all: ProgressRecord, evidence: Evidence): Standing {
  switch (evidence.kind) {
    case 'check':
      return evidenceStanding(progressOf(all, evidence.exercise), evidence);
    case 'break-it':
      return breakItStanding(all, evidence.id);
    case 'prediction':
      // To commit to an answer is what it is for: nobody is to play safe.
      return Object.hasOwn(all.predictions, evidence.id) ? 'shown' : 'open';
    case 'quiz':
      return quizStanding(all, evidence.right);
  }
}

/** What the starter holds already the learner has kept whole once all of it is solved. */
function evidenceStanding(progress: ExerciseProgress, { check, heldAtFirst }: Evidence & { kind: 'check' }): Standing {
  if (!heldAtFirst) return checkStanding(progress, check);
  if (!progress.solved?.checks.includes(check)) return 'open';
  return progress.solved.helped ? 'helped' : 'shown';
}

/** One may look for the place as often as one likes. */
function breakItStanding({ breakIts }: ProgressRecord, id: string): Standing {
  const known = Object.hasOwn(breakIts, id) ? breakIts[id] : undefined;
  return known?.broken ? 'shown' : 'open';
}

/** Answered whole; with help when more than one answer in four was wrong at first. */
function quizStanding({ questions }: ProgressRecord, right: Readonly<Record<string, readonly string[]>>): Standing {
  const { asked, answered, correct } = answersOf(questions, right);
  if (answered < asked) return 'open';
  return correct * 4 >= asked * 3 ? 'shown' : 'helped';
}

/** Only the first answer to a question counts: after it the others are explained. */
function answersOf(questions: ProgressRecord['questions'], right: Readonly<Record<string, readonly string[]>>) {
  const all = Object.entries(right);
  const answered = all.filter(([id]) => Object.hasOwn(questions, id));
  const correct = answered.filter(([id, options]) => options.includes(firstAnswer(questions[id]!)?.option ?? ''));
  return { asked: all.length, answered: answered.length, correct: correct.length };
}

/** The words beside the squares of one group. A quiz has one square for many questions, so its words count those. */
export function groupWords(all: ProgressRecord, evidence: readonly Evidence[]): string {
  const [first] = evidence;
  if (evidence.length !== 1 || first?.kind !== 'quiz')
    return evidenceWords(evidence.map((each) => standingOf(all, each)));
  const { asked, answered, correct } = answersOf(all.questions, first.right);
  if (answered < asked) return `${answered} of ${asked} answered`;
  return `${correct} of ${asked} right at the first answer`;
}

/** The sentence below a quiz; empty before the first answer. */
export function quizWords(all: ProgressRecord, right: Readonly<Record<string, readonly string[]>>): string {
  const { asked, answered, correct } = answersOf(all.questions, right);
  if (answered === 0) return '';
  if (answered < asked) return `${answered} of ${asked} answered, ${correct} of them right.`;
  const counts = quizStanding(all, right) === 'shown' ? 'It counts in full' : 'It counts as shown with help';
  return `${correct} of ${asked} right at the first answer. ${counts}.`;
}

export function checkStanding(progress: ExerciseProgress, check: string): Standing {
  const passed = Object.hasOwn(progress.checks, check) ? progress.checks[check] : undefined;
  if (!passed) return 'open';
  return passed.helped ? 'helped' : 'shown';
}

/** "3 of 4, 1 with help" */
export function evidenceWords(evidence: readonly Standing[]): string {
  const reached = evidence.filter((each) => each !== 'open').length;
  const helped = evidence.filter((each) => each === 'helped').length;
  const count = `${reached} of ${evidence.length}`;
  return helped === 0 ? count : `${count}, ${helped} with help`;
}

/** How many of these checks have held at least once. */
export function heldOf(progress: ExerciseProgress, checks: readonly string[]): number {
  return checks.filter((check) => checkStanding(progress, check) !== 'open').length;
}

/** "Solved on 23 November 2026, with help" */
export function solvedWords({ at, helped }: PassedProgress): string {
  return `Solved on ${calendarDay(at)}${helped ? ', with help' : ''}`;
}

/** What follows "Solved on 23 November 2026", where the exercise has grown since. */
export function grownWords(grown: readonly { readonly title: string }[]): string {
  const titles = grown.map(({ title }) => title).join('; ');
  return grown.length === 1
    ? `Open again, because a check is new: ${titles}.`
    : `Open again, because ${grown.length} checks are new: ${titles}.`;
}
