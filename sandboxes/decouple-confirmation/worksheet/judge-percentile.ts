import type { Judge, Window } from 'lab/authoring';
import { right, wrong } from './judgement.ts';
import { percentileMs, windowsOf } from './milestones.ts';

/** An answer may be this far off: one twentieth, and never less than 5 ms. Figures read from a picture are close, not exact. */
export const toleranceMs = (trueMs: number): number => Math.max(5, Math.round(trueMs / 20));

/** Judges the learner's figure against the nearest-rank percentile of the windows of the run. */
export function judgePercentile(percent: number): Judge {
  return (trace, answer) => {
    const found = windowsOf(trace);
    if ('none' in found) return wrong(found.none, ...found.evidence);
    const open = found.windows.filter((window) => !window.closes);
    const trueMs = percentileMs(found.windows, percent);
    if (trueMs === undefined) {
      return wrong(
        `${open.length} of ${found.windows.length} windows never closed in your run, so p${percent} has no value: no mail left for them. Find out why first.`,
        ...open.slice(0, 1).map((window) => window.opens),
      );
    }
    const nearest = windowOf(found.windows, trueMs);
    const told = `p${percent} of the ${found.windows.length} windows of your run is ${trueMs} ms${open.length > 0 ? `, though ${open.length} never closed` : ''}`;
    const given =
      answer.trim() === ''
        ? Number.NaN
        : Number(
            answer
              .trim()
              .replace(/\s*ms$/, '')
              .replace(',', '.'),
          );
    if (!Number.isFinite(given))
      return wrong(`${told}. Write your own figure as a number of milliseconds.`, ...nearest);
    const offMs = Math.abs(given - trueMs);
    const close = offMs <= toleranceMs(trueMs);
    return (close ? right : wrong)(
      `${told}; ${close ? `${given} ms is within the ${toleranceMs(trueMs)} ms that are allowed` : `${given} ms is ${round(offMs)} ms off, and ${toleranceMs(trueMs)} ms are allowed`}.`,
      ...nearest,
    );
  };
}

function windowOf(all: readonly Window[], ms: number) {
  const found = all.find((window) => window.closes && window.closes.at - window.opens.at === ms);
  return found?.closes ? [found.opens, found.closes] : [];
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
