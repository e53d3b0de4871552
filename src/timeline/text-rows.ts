import type { Scene, SceneEvent } from './scene.ts';
import type { LaneStates } from './text-lane-states.ts';
import type { TextLayout } from './text-lanes.ts';
import { type Rows, type Run, run } from './text-runs.ts';
import { eventSign, NOTCH, SHADE } from './text-signs.ts';
import { drawWire } from './text-wires.ts';
import { eventWords } from './text-words.ts';
import { wrapped } from './text-wrap.ts';

/** The rows of one event: its moment, its lanes with the message that came or went, and its words. */
export function eventRows(event: SceneEvent, scene: Scene, layout: TextLayout, states: LaneStates): Rows {
  const first = event.seqs[0] ?? 0;
  const last = event.seqs.at(-1) ?? 0;
  const words = wrapped(eventWords(event, scene, layout.textColumns), layout.textColumns);
  return words.map((line, i) => {
    const cells = margin(layout, states.isInWindow(first, last));
    drawLanes(last, layout, states, cells);
    if (event.marked) cells[0] = run(NOTCH, 'strong');
    if (i === 0) {
      drawMoment(`${Math.round(event.at)}`, event.marked, layout, cells);
      drawWire(event, scene, layout, states, cells);
      drawSign(event, layout, cells);
    }
    return [...cells, ...line];
  });
}

/** What lies between two events that have rows: a wait, or what only repeats itself. */
export function betweenRows(
  words: string,
  before: SceneEvent,
  after: SceneEvent,
  layout: TextLayout,
  states: LaneStates,
): Rows {
  const seq = before.seqs.at(-1) ?? 0;
  return wrapped([run(words, 'quiet')], layout.textColumns).map((line, i) => {
    const cells = margin(layout, states.isInWindow(seq + 1, (after.seqs[0] ?? 0) - 1));
    drawLanes(seq, layout, states, cells);
    if (i === 0) drawMoment(':', false, layout, cells);
    return [...cells, ...line];
  });
}

const BLANK = run(' ');

/** One cell for each column as far as the words. */
function margin({ textAt, stripe }: TextLayout, isShaded: boolean): Run[] {
  const cells = new Array<Run>(textAt).fill(BLANK);
  if (isShaded && stripe !== undefined) cells[stripe] = run(SHADE, 'quiet');
  return cells;
}

function drawLanes(seq: number, { lanes }: TextLayout, states: LaneStates, cells: Run[]): void {
  for (const { lane, x } of lanes) cells[x] = run(states.after(lane.id, seq).line, 'quiet');
}

function drawMoment(text: string, isMarked: boolean, { momentColumns }: TextLayout, cells: Run[]): void {
  const letters = [...text.padStart(momentColumns)];
  letters.forEach((letter, i) => {
    cells[1 + i] = run(letter, isMarked ? 'strong' : 'quiet');
  });
}

function drawSign(event: SceneEvent, { lanes }: TextLayout, cells: Run[]): void {
  const at = lanes.find(({ lane }) => lane.id === event.lane);
  if (!at) return;
  const isFault = event.mark === 'crash' || event.mark === 'fault';
  cells[at.x] = run(eventSign(event, at.lane), ...(isFault ? (['failed', 'strong'] as const) : (['strong'] as const)));
}
