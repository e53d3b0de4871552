import type { Scene, SceneEvent } from './scene.ts';
import type { LaneStates } from './text-lane-states.ts';
import type { TextLane, TextLayout } from './text-lanes.ts';
import { type Run, run } from './text-runs.ts';
import { wireSigns } from './text-signs.ts';

/** Draws the message of an event into its row: from lane to lane, over those in between. */
export function drawWire(
  event: SceneEvent,
  scene: Scene,
  { lanes }: TextLayout,
  states: LaneStates,
  cells: Run[],
): void {
  const message = scene.messages.findLast((line) => event.seqs.includes(line.seq));
  const from = lanes.find(({ lane }) => lane.id === message?.from);
  const to = lanes.find(({ lane }) => lane.id === message?.to);
  if (!message || !from || !to || from === to) return;
  const sign = wireSigns[message.kind];
  const way = from.x < to.x ? 0 : 1;
  const [left, right] = way === 0 ? [from, to] : [to, from];
  for (let x = left.x + 1; x < right.x; x++) cells[x] = run(sign.dash);
  for (const { lane, x } of between(lanes, left, right)) {
    const { crossed } = states.after(lane.id, message.seq);
    if (crossed !== '') cells[x] = run(crossed, 'quiet');
  }
  cells[from.x] = run(states.after(from.lane.id, message.seq).leaves[way], 'quiet');
  const head = sign.head[way];
  const looks = message.kind === 'lost' ? (['failed', 'strong'] as const) : [];
  for (let i = 0; i < head.length; i++)
    cells[way === 0 ? right.x - head.length + i : left.x + 1 + i] = run(head[i]!, ...looks);
}

function between(lanes: readonly TextLane[], left: TextLane, right: TextLane): readonly TextLane[] {
  return lanes.filter(({ x }) => x > left.x && x < right.x);
}
