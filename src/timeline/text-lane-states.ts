import type { LaneId } from './lane-id.ts';
import type { Scene } from './scene.ts';
import { type LaneSign, laneSigns } from './text-signs.ts';

/** How each lane stands after an entry: alive, at work, or not there. */
export class LaneStates {
  readonly #scene: Scene;
  readonly #broker: readonly { readonly seq: number; readonly isDown: boolean }[];

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#broker = scene.events.flatMap((event) =>
      event.kind === 'broker' ? [{ seq: event.seqs.at(-1) ?? 0, isDown: event.mark === 'crash' }] : [],
    );
  }

  after(lane: LaneId, seq: number): LaneSign {
    if (lane === 'broker')
      return this.#broker.findLast((turn) => turn.seq <= seq)?.isDown ? laneSigns.dead : laneSigns.broker;
    const here = this.#scene.spans.filter((span) => span.lane === lane && span.fromSeq <= seq && seq < span.toSeq);
    if (here.some(({ kind }) => kind === 'down')) return laneSigns.dead;
    return here.some(({ kind, quiet }) => kind !== 'down' && !quiet) ? laneSigns.busy : laneSigns.alive;
  }

  /** Whether the window that is shaded is open around these entries, its edges included. */
  isInWindow(first: number, last: number): boolean {
    return this.#scene.windows.some(({ opensSeq, closesSeq }) => opensSeq <= last && first <= closesSeq);
  }
}
