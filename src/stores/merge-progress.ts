import {
  type BreakItProgress,
  type ExerciseProgress,
  firstAnswer,
  type HelpProgress,
  type PassedProgress,
  type PredictionProgress,
  type ProgressRecord,
  progressOf,
  type QuestionProgress,
  type SolvedProgress,
} from './progress-record.ts';

/**
 * Brings together what was reached here and elsewhere. What came first counts, and where nobody can know whether there was
 * help by then, the record claims less. Merging the same again changes nothing.
 */
export function mergeProgress(here: ProgressRecord, there: ProgressRecord): ProgressRecord {
  const ids = new Set([...Object.keys(here.exercises), ...Object.keys(there.exercises)]);
  return {
    version: 2,
    exercises: Object.fromEntries(
      [...ids].map((id) => [id, mergeExercise(progressOf(here, id), progressOf(there, id))]),
    ),
    predictions: mergeEach(here.predictions, there.predictions, mergePrediction),
    questions: mergeEach(here.questions, there.questions, mergeQuestion),
    breakIts: mergeEach(here.breakIts, there.breakIts, mergeBreakIt),
  };
}

function mergeExercise(here: ExerciseProgress, there: ExerciseProgress): ExerciseProgress {
  const help = mergeHelp(here.help, there.help);
  const solved = mergeSolved(here.solved, there.solved, help);
  return {
    checks: mergeEach(
      here.checks,
      there.checks,
      (mine, theirs) => mergePassed(mine, theirs, help),
      (only) => withHelp(only, help),
    ),
    ...(solved && { solved }),
    help,
    // An emptied field is no answer.
    answers: { ...there.answers, ...filled(here.answers, there.answers) },
  };
}

function filled(here: Readonly<Record<string, string>>, there: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(here).filter(([field, text]) => text.trim() !== '' || !Object.hasOwn(there, field)),
  );
}

function mergeHelp(here: HelpProgress, there: HelpProgress): HelpProgress {
  const since = earliest(here.since, there.since);
  return {
    hints: Math.max(here.hints, there.hints),
    solution: here.solution || there.solution,
    ...(since === undefined ? {} : { since }),
  };
}

function mergePassed(here: PassedProgress, there: PassedProgress, help: HelpProgress): PassedProgress {
  const { at } = there.at < here.at ? there : here;
  const helped = [here, there].some((each) => each.at === at && each.helped);
  return withHelp({ at, helped }, help);
}

/** Help that was open somewhere by then was help. */
function withHelp<Passed extends PassedProgress>(passed: Passed, { since }: HelpProgress): Passed {
  return since !== undefined && since <= passed.at && !passed.helped ? { ...passed, helped: true } : passed;
}

function mergeSolved(
  here: SolvedProgress | undefined,
  there: SolvedProgress | undefined,
  help: HelpProgress,
): SolvedProgress | undefined {
  if (!here || !there) {
    const only = here ?? there;
    return only && withHelp(only, help);
  }
  return { ...mergePassed(here, there, help), checks: hasMoreChecks(there, here) ? there.checks : here.checks };
}

/** A solution of a newer version of the exercise holds more checks; of equals the one that is here stays. */
export function hasMoreChecks(one: SolvedProgress | undefined, other: SolvedProgress | undefined): boolean {
  return (one?.checks.length ?? 0) > (other?.checks.length ?? 0);
}

function mergePrediction(here: PredictionProgress, there: PredictionProgress): PredictionProgress {
  return here.at !== undefined && there.at !== undefined && there.at < here.at ? there : here;
}

/** The first answer stays, the newest decision stays, and goes that both know of are not summed. */
function mergeQuestion(here: QuestionProgress, there: QuestionProgress): QuestionProgress {
  const goes = Math.max(here.goes ?? 1, there.goes ?? 1);
  const [mine, theirs] = [firstAnswer(here), firstAnswer(there)];
  const first = mine && theirs && (theirs.at < mine.at ? theirs : mine);
  if (goes === 1) return first!;
  const newest = isNewer(there, here) ? there : here;
  return { option: newest.option, at: newest.at, goes, ...(first && { first }) };
}

function isNewer(one: QuestionProgress, other: QuestionProgress): boolean {
  const more = (one.goes ?? 1) - (other.goes ?? 1);
  return more > 0 || (more === 0 && one.at > other.at);
}

function mergeBreakIt(here: BreakItProgress, there: BreakItProgress): BreakItProgress {
  const tries = Math.max(here.tries, there.tries);
  const broken =
    here.broken && there.broken && there.broken.at < here.broken.at ? there.broken : (here.broken ?? there.broken);
  return broken ? { tries, broken } : { tries };
}

function mergeEach<Each>(
  here: Readonly<Record<string, Each>>,
  there: Readonly<Record<string, Each>>,
  merge: (here: Each, there: Each) => Each,
  alone: (only: Each) => Each = (only) => only,
): Record<string, Each> {
  const ids = new Set([...Object.keys(here), ...Object.keys(there)]);
  return Object.fromEntries(
    [...ids].map((id) => {
      const mine = Object.hasOwn(here, id) ? here[id] : undefined;
      const theirs = Object.hasOwn(there, id) ? there[id] : undefined;
      return [id, mine !== undefined && theirs !== undefined ? merge(mine, theirs) : alone((mine ?? theirs)!)];
    }),
  );
}

function earliest(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
