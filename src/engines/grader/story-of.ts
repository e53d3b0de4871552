import {
  type Check,
  type Exercise,
  type Judgement,
  judged,
  type Played,
  type Scenario,
  type Schedule,
  scheduleId,
  type Verdict,
  windows,
} from 'lab/authoring';
import type { Story, StoryVerdict } from '#timeline/story.ts';

/** One play as plain data for the page; with a check, judged once more for its evidence. */
export function storyOf(
  exercise: Exercise,
  scenario: Scenario,
  schedule: Schedule,
  played: Played,
  check?: Check,
): Story {
  const { trace } = played;
  const verdict = check?.verdict(trace);
  const shaded = exercise.window ? windows(trace, exercise.window.opens, exercise.window.closes) : [];
  return {
    exercise: exercise.id,
    scenario: scenario.id,
    ...(check ? { check: check.id, verdict: verdictOf(judged(check, { schedule, played })) } : {}),
    schedule: scheduleId(schedule),
    trace,
    ...(played.linesLost > 0 ? { cutLines: played.linesLost } : {}),
    evidence: verdict ? evidenceOf(verdict) : [],
    windows: shaded.map(({ key, opens, closes }) => ({
      key,
      opens: opens.seq,
      ...(closes ? { closes: closes.seq } : {}),
    })),
    reached: [...played.reached],
    unreached: played.unreached,
    places: [...played.places],
    ended: played.ended === 'returned' ? 'returned' : (played.because ?? played.ended),
  };
}

function verdictOf(judgement: Judgement): StoryVerdict {
  return judgement.outcome === 'passed'
    ? { outcome: 'passed', remarks: judgement.remarks.map(({ text }) => text) }
    : { outcome: judgement.outcome, because: judgement.because };
}

/** Of a failure what it rests on; of a pass what its first remark speaks of. */
function evidenceOf(verdict: Verdict): readonly number[] {
  return verdict.outcome === 'failed' ? verdict.evidence : (verdict.remarks[0]?.evidence ?? []);
}
