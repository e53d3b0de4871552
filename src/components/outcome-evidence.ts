import { getCollection, getEntry } from 'astro:content';
import type { Exercise } from 'lab/authoring';
import type { NamedCheck } from '#elements/named-checks.ts';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import type { Evidence } from '#exercise/evidence.ts';
import { playShowing } from './demonstrations/play-showing.ts';
import { pageAddress } from './page-address.ts';
import { quizEvidence } from './quiz-evidence.ts';

/** Squares that belong to one place of the course. */
export interface EvidenceGroup {
  readonly title: string;
  /** Where they are earned. */
  readonly address: string;
  readonly squares: readonly Square[];
  /** The exercise they are the checks of, with all its checks. */
  readonly exercise?: { readonly id: string; readonly checks: readonly NamedCheck[] };
}

export interface Square {
  readonly title: string;
  readonly evidence: Evidence;
}

export interface Outcome {
  readonly id: string;
  readonly statement: string;
  readonly groups: readonly EvidenceGroup[];
  /** Lessons that will show it and are not written yet. */
  readonly coming: readonly string[];
}

/** The outcomes with all that shows them. Throws a sentence when one rests on something that is not there. */
export async function courseOutcomes(): Promise<readonly Outcome[]> {
  const outcomes = (await getCollection('outcomes')).toSorted((one, other) => one.data.number - other.data.number);
  return Promise.all(
    outcomes.map(async ({ id, data }) => {
      const found = await Promise.all(
        data.evidence.map((each) =>
          'lesson' in each ? lessonGroups(each.lesson.id) : checkGroup(data.statement, each),
        ),
      );
      return {
        id,
        statement: data.statement,
        groups: found.flatMap((each) => ('groups' in each ? each.groups : [])),
        coming: found.flatMap((each) => ('coming' in each ? [each.coming] : [])),
      };
    }),
  );
}

type Found = { readonly groups: readonly EvidenceGroup[] } | { readonly coming: string };

/** All that can be done in a lesson: predictions, break-its, cases to decide, the exercise and the quiz. */
async function lessonGroups(lesson: string): Promise<Found> {
  const { title, number } = (await getEntry('lessons', lesson))!.data;
  const text = await getEntry('lessonTexts', lesson);
  if (!text) return { coming: title };
  const entry = await catalogueEntry(text.data.exercise);
  const { exercise, demonstrations } = entry;
  const quiz = await getEntry('quizzes', lesson);
  const predictions = demonstrations.predictions.map(async (prediction): Promise<Square> => {
    const { trace } = await playShowing(entry, prediction);
    return {
      title: prediction.question,
      evidence: { kind: 'prediction', id: prediction.id, right: prediction.outcome(trace) },
    };
  });
  const questions = quiz?.data.questions ?? [];
  const decisions = await decisionsOf(lesson);
  const place = (what: string, id: string, squares: readonly Square[]): EvidenceGroup => ({
    title: `Lesson ${number}: ${what}`,
    address: pageAddress(`/lessons/${lesson}/#${id}`),
    squares,
  });
  return {
    groups: [
      place('predictions', demonstrations.predictions[0]?.id ?? '', await Promise.all(predictions)),
      place(
        'break it',
        demonstrations.breakIts[0]?.id ?? '',
        demonstrations.breakIts.map(({ id, promise }) => ({ title: promise, evidence: { kind: 'break-it', id } })),
      ),
      place('decisions', 'decisions', decisions),
      {
        ...place(
          'exercise',
          exercise.id,
          exercise.checks.map((check) => squareOf(exercise, check)),
        ),
        exercise,
      },
      place(
        'questions',
        'questions',
        questions.length === 0
          ? []
          : [{ title: 'The questions of the lesson', evidence: quizEvidence(lesson, questions) }],
      ),
    ].filter(({ squares }) => squares.length > 0),
  };
}

/** One square for all the cases of a lesson: a way that fits, if only under a condition, and a reason that decides. */
async function decisionsOf(lesson: string): Promise<readonly Square[]> {
  const cases = await getCollection('decisions', ({ data }) => data.lesson.id === lesson);
  const right = cases.flatMap(({ id, data }) => [
    [`decision/${id}`, data.ways.filter(({ verdict }) => verdict !== 'costs more').map((way) => way.id)],
    [`decision/${id}/reason`, data.reasons.filter(({ decides }) => decides).map((reason) => reason.id)],
  ]);
  return right.length === 0
    ? []
    : [{ title: 'The cases of the lesson', evidence: { kind: 'quiz', right: Object.fromEntries(right) } }];
}

async function checkGroup(
  statement: string,
  { page, exercise, checks }: { readonly page: string; readonly exercise: string; readonly checks: readonly string[] },
): Promise<Found> {
  const { exercise: entry } = await catalogueEntry(exercise);
  const squares = checks.map((id) => {
    const check = entry.checks.find((each) => each.id === id);
    if (check) return squareOf(entry, check);
    throw new Error(
      `content/outcomes.json: “${statement}” rests on the check ${id} of ${exercise}, which does not exist. Name one of ${entry.checks.map((each) => each.id).join(', ')}.`,
    );
  });
  return {
    groups: [
      {
        title: page === 'pitfall' ? 'The common pitfall: exercise' : 'Practice: exercise',
        address: pageAddress(`/${page}/#${exercise}`),
        squares,
        exercise: entry,
      },
    ],
  };
}

function squareOf({ id: exercise, heldAtFirst }: Exercise, { id, title }: NamedCheck): Square {
  const held = heldAtFirst?.includes(id) ? { heldAtFirst: true as const } : {};
  return { title, evidence: { kind: 'check', exercise, check: id, ...held } };
}
