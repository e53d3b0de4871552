import type { MessageLine, Scene, SceneEvent } from './scene.ts';
import { duration } from './telling.ts';
import type { LaneStates } from './text-lane-states.ts';
import type { TextLane, TextLayout } from './text-lanes.ts';
import type { Run } from './text-runs.ts';
import { run, wrappedRuns } from './text-runs.ts';
import { eventSign, wireSigns } from './text-signs.ts';
import { laneTold } from './told-by.ts';

/** The rows of one event: its moment, its lanes with the message that came or went, and its words, wrapped. */
export function eventRows(event: SceneEvent, scene: Scene, layout: TextLayout, states: LaneStates): Run[][] {
  const seq = event.seqs.at(-1) ?? 0;
  const words = wrappedRuns(wordsOf(event, scene), layout.textColumns);
  return words.map((line, i) => {
    const cells = lanesAt(seq, layout, states);
    if (i === 0) {
      drawMessage(event, scene, layout, cells, states);
      drawSign(event, layout, cells);
    }
    const moment = i === 0 ? `${Math.round(event.at)}`.padStart(layout.momentColumns) : ' '.repeat(layout.momentColumns);
    return [
      event.marked ? run('▌', 'strong') : run(' '),
      run(moment, event.marked ? 'strong' : 'quiet'),
      ...stripe(states.isInWindow(event.seqs[0] ?? 0, seq), layout),
      ...cells,
      run('   '),
      ...line,
    ];
  });
}

/** What lies between two moments that are far apart. */
export function gapRow(before: SceneEvent, after: SceneEvent, layout: TextLayout, states: LaneStates): Run[] {
  const seq = before.seqs.at(-1) ?? 0;
  return [
    run(' '),
    run('⋮'.padStart(layout.momentColumns), 'quiet'),
    ...stripe(states.isInWindow(seq + 1, seq + 1), layout),
    ...lanesAt(seq, layout, states),
    run('   '),
    run(`${duration(after.at - before.at)} later`, 'quiet'),
  ];
}

function wordsOf(event: SceneEvent, scene: Scene): Run[] {
  const lane = laneTold(event, scene);
  const looks = event.marked ? (['strong'] as const) : [];
  const place = event.marked && event.place ? ` ${event.place.path}:${event.place.line}:${event.place.column}` : '';
  return [
    ...(lane ? [run(lane.name, 'strong'), run(` ${event.does}.`, ...looks)] : [run(event.sentence, ...looks)]),
    ...(place === '' ? [] : [run(place, 'place')]),
  ];
}

function lanesAt(seq: number, { lanes }: TextLayout, states: LaneStates): Run[] {
  const [first] = lanes;
  const last = lanes.at(-1);
  if (!first || !last) return [];
  const cells: Run[] = new Array<Run>(last.x - first.x + 1).fill(run(' '));
  for (const { lane, x } of lanes) cells[x - first.x] = run(states.after(lane.id, seq).line, 'quiet');
  return cells;
}

function stripe(shaded: boolean, layout: TextLayout): Run[] {
  return [run(' '), ...(layout.stripe === undefined ? [] : [run(shaded ? '░' : ' ', 'quiet'), run(' ')]), run(' ')];
}

function drawSign(event: SceneEvent, { lanes }: TextLayout, cells: Run[]): void {
  const at = lanes.find(({ lane }) => lane.id === event.lane);
  if (!at) return;
  const looks = event.mark === 'crash' || event.mark === 'fault' ? (['failed', 'strong'] as const) : (['strong'] as const);
  cells[at.x - lanes[0]!.x] = run(eventSign(event, at.lane), ...looks);
}

/** From lane to lane, over those in between; where the lanes are too near for it, words have to do. */
function drawMessage(
  event: SceneEvent,
  scene: Scene,
  { lanes }: TextLayout,
  cells: Run[],
  states: LaneStates,
): void {
  const message = scene.messages.findLast((line) => event.seqs.includes(line.seq));
  const from = lanes.find(({ lane }) => lane.id === message?.from);
  const to = lanes.find(({ lane }) => lane.id === message?.to);
  if (!message || !from || !to || from === to) return;
  const sign = wireSigns[message.kind];
  const way = from.x < to.x ? 0 : 1;
  const left = Math.min(from.x, to.x) - lanes[0]!.x;
  const right = Math.max(from.x, to.x) - lanes[0]!.x;
  for (let x = left + 1; x < right; x++) cells[x] = run(sign.dash);
  crossings(message, lanes, from, to).forEach(({ x, lane }) => {
    const crossed = states.after(lane.id, message.seq).crossed;
    if (crossed !== '') cells[x - lanes[0]!.x] = run(crossed, 'quiet');
  });
  const leaves = states.after(from.lane.id, message.seq).leaves[way];
  cells[from.x - lanes[0]!.x] = run(leaves, 'quiet');
  const head = [...sign.head[way]];
  head.forEach((letter, i) => {
    cells[way === 0 ? right - head.length + i : left + 1 + i] = run(letter, ...(message.kind === 'lost' ? (['failed'] as const) : []));
  });
}

const crossings = (_: MessageLine, lanes: readonly TextLane[], from: TextLane, to: TextLane): readonly TextLane[] =>
  lanes.filter(({ x }) => x > Math.min(from.x, to.x) && x < Math.max(from.x, to.x));
