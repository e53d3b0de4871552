import { type Check, type Exercise, parseScheduleId, play, type Scenario, windows } from 'lab/authoring';
import { compile } from 'lab/compile';
import type { Story } from './story.ts';

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/**
 * Really plays an exercise's files at build time, for a figure. Throws with the remedy in words when the files do not
 * compile, the check does not exist or the schedule does not fit: a figure that shows something else is worse than none.
 */
export async function playStory(
  exercise: Exercise,
  files: readonly SourceText[],
  choice: { readonly check?: string; readonly schedule?: string } = {},
): Promise<Story> {
  const check = choice.check === undefined ? undefined : checkOf(exercise, choice.check);
  const id = choice.schedule ?? 'calm';
  const schedule = parseScheduleId(id);
  if (!schedule) throw new Error(`“${id}” is not a schedule. Write one as crash-after@confirmation:mail:1, or calm.`);
  const scenario: Scenario = check?.scenario ?? exercise.run;
  const program = compile(new Map(files.map((file) => [file.path, file.text])));
  const played = await play(program, scenario, schedule);
  if (played.unreached.length > 0)
    throw new Error(`The schedule ${id} does not fit this program: it never reaches ${played.unreached.join(', ')}.`);
  const verdict = check?.verdict(played.trace);
  const window = exercise.window;
  return {
    exercise: exercise.id,
    scenario: scenario.id,
    ...(check ? { check: check.id } : {}),
    schedule: id,
    trace: played.trace,
    evidence:
      verdict?.outcome === 'failed' ? verdict.evidence : (verdict?.remarks.flatMap((remark) => remark.evidence) ?? []),
    windows: window
      ? windows(played.trace, window.opens, window.closes).map((w) => ({
          key: w.key,
          opens: w.opens.seq,
          ...(w.closes ? { closes: w.closes.seq } : {}),
        }))
      : [],
    reached: [...played.reached],
    unreached: played.unreached,
    places: [...played.places],
    ended: played.ended === 'returned' ? 'returned' : (played.because ?? played.ended),
  };
}

function checkOf(exercise: Exercise, id: string): Check {
  const check = exercise.checks.find((c) => c.id === id);
  if (!check)
    throw new Error(
      `The exercise ${exercise.id} has no check “${id}”. It has ${exercise.checks.map((c) => c.id).join(', ')}.`,
    );
  return check;
}
