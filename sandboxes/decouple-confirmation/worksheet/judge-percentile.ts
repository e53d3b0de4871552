import { type Judge, percentile, type Window } from 'lab/authoring';
import { right, wrong } from './judgement.ts';
import { measured } from './milestones.ts';

/** How far off a figure may be: a twentieth, and never less than 5 ms, because it is read from a picture. */
export const toleranceMs = (trueMs: number): number => Math.max(5, Math.round(trueMs / 20));

/** Judges the learner's figure against the nearest-rank percentile of the windows of the run. */
export function judgePercentile(percent: number): Judge {
  return (trace, answer) => {
    const found = measured(trace);
    if (found.kind === 'none') return wrong(found.because, ...found.evidence);
    const open = found.windows.filter((window) => !window.closes);
    const given = figureIn(answer);
    if (given === undefined)
      return wrong(
        'Write a number of milliseconds, in digits: the windows of your run are listed below, from the shortest to the longest.',
      );
    const trueMs = percentile(found.windows, percent);
    const count = found.windows.length;
    if (trueMs === undefined) {
      return wrong(
        `${open.length} of the ${count} windows of your run never closed, so p${percent} has no value: no mail left for those orders. Find out why first.`,
        ...open.slice(0, 1).map((window) => window.opens),
      );
    }
    const unclosed = open.length === 0 ? '' : `, though ${open.length} of them never closed`;
    const truth = `p${percent} of the ${count} windows of your run is ${trueMs} ms${unclosed}`;
    const evidence = edges(found.windows, trueMs);
    const offMs = Math.round(Math.abs(given - trueMs) * 10) / 10;
    const allowedMs = toleranceMs(trueMs);
    return offMs <= allowedMs
      ? right(`${truth}; ${given} ms is within the ${allowedMs} ms that are allowed.`, ...evidence)
      : wrong(`${truth}; ${given} ms is ${offMs} ms off, and ${allowedMs} ms are allowed.`, ...evidence);
  };
}

/** `74`, `74 ms` and `74,5` are figures. */
function figureIn(answer: string): number | undefined {
  const [, figure] = answer.trim().match(/^(\d+(?:[.,]\d+)?)\s*(?:ms)?$/) ?? [];
  return figure === undefined ? undefined : Number(figure.replace(',', '.'));
}

/** Opening and closing of the window that is so long. */
function edges(all: readonly Window[], ms: number) {
  const found = all.find((window) => window.closes && window.closes.at - window.opens.at === ms);
  return found?.closes ? [found.opens, found.closes] : [];
}
