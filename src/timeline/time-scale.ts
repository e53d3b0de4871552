/** A stretch of time on the ruler: drawn to scale, or cut because nothing happens in it. */
export interface Segment {
  readonly kind: 'drawn' | 'cut';
  readonly from: number;
  readonly to: number;
  readonly x1: number;
  readonly x2: number;
}

export interface TimeScale {
  readonly segments: readonly Segment[];
  readonly ticks: readonly {
    readonly at: number;
    readonly x: number;
    readonly major: boolean;
    readonly numbered: boolean;
  }[];
  x(at: number): number;
  /** Whether this moment lies inside what was cut out, or outside the chart. */
  hidden(at: number): boolean;
}

/**
 * Linear between cuts. `times` are the moments that matter: a gap between two of them that is both long and much of the whole
 * becomes a cut, so that a story of three seconds still shows its forty milliseconds.
 */
export function timeScale(times: readonly number[], from: number, to: number, x1: number, x2: number): TimeScale {
  const cuts = cutsOf([from, ...times.filter((t) => t > from && t < to), to].sort((a, b) => a - b));
  const drawnMs = Math.max(1, to - from - cuts.reduce((sum, cut) => sum + cut.to - cut.from, 0));
  const perMs = (x2 - x1 - cuts.length * CUT_PX) / drawnMs;
  const segments = segmentsOf(from, to, cuts, x1, perMs);
  const x = (at: number): number => {
    const segment = segments.find((s) => at <= s.to) ?? segments.at(-1)!;
    const share =
      segment.to === segment.from
        ? 0
        : (Math.min(Math.max(at, segment.from), segment.to) - segment.from) / (segment.to - segment.from);
    return segment.x1 + share * (segment.x2 - segment.x1);
  };
  const hidden = (at: number): boolean =>
    at < from || at > to || segments.some((s) => s.kind === 'cut' && at > s.from && at < s.to);
  return { segments, ticks: ticksOf(segments, perMs), x, hidden };
}

/** Wide enough for the break and its length in words. */
export const CUT_PX = 54;

/** A gap is cut when it is longer than this and takes more than this part of what is drawn. */
const LONG_MS = 150;
const LARGE = 0.22;
/** What stays of a gap at either side, so that one sees what it cuts short. */
const MARGIN_MS = 10;
const MOST_CUTS = 6;

function cutsOf(times: readonly number[]): { from: number; to: number }[] {
  const gaps = times.slice(1).map((to, i) => ({ from: times[i]!, to }));
  let drawnMs = times.at(-1)! - times[0]!;
  const cuts: { from: number; to: number }[] = [];
  for (const gap of [...gaps].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)) {
    const length = gap.to - gap.from;
    if (cuts.length === MOST_CUTS || length < LONG_MS || length < LARGE * drawnMs) break;
    cuts.push({ from: gap.from + MARGIN_MS, to: gap.to - MARGIN_MS });
    drawnMs -= length - 2 * MARGIN_MS;
  }
  return cuts.sort((a, b) => a.from - b.from);
}

function segmentsOf(
  from: number,
  to: number,
  cuts: readonly { from: number; to: number }[],
  x1: number,
  perMs: number,
): Segment[] {
  const segments: Segment[] = [];
  let at = from;
  let x = x1;
  const drawn = (until: number) => {
    segments.push({ kind: 'drawn', from: at, to: until, x1: x, x2: x + (until - at) * perMs });
    x += (until - at) * perMs;
    at = until;
  };
  for (const cut of cuts) {
    drawn(cut.from);
    segments.push({ kind: 'cut', from: cut.from, to: cut.to, x1: x, x2: x + CUT_PX });
    x += CUT_PX;
    at = cut.to;
  }
  drawn(to);
  return segments;
}

function ticksOf(segments: readonly Segment[], perMs: number): TimeScale['ticks'] {
  const step = STEPS.find((ms) => ms * perMs >= 62) ?? STEPS.at(-1)!;
  const minor = [10, 5, 2].map((parts) => step / parts).find((ms) => Number.isInteger(ms) && ms * perMs >= 7) ?? step;
  const ticks: { at: number; x: number; major: boolean; numbered: boolean }[] = [];
  let lastNumberAt = Number.NEGATIVE_INFINITY;
  for (const segment of segments) {
    if (segment.kind === 'cut') continue;
    for (let at = Math.ceil(segment.from / minor) * minor; at <= segment.to; at += minor) {
      const x = segment.x1 + (at - segment.from) * perMs;
      const major = at % step === 0;
      const besideCut = segments.some((s) => s.kind === 'cut' && x > s.x1 - 20 && x < s.x2 + 20);
      const numbered = major && !besideCut && x - lastNumberAt >= 40;
      if (numbered) lastNumberAt = x;
      ticks.push({ at, x, major, numbered });
    }
  }
  return ticks;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 60_000];
