import type { Spot } from './drawing.ts';
import type { Scene } from './scene.ts';
import { escaped, px } from './svg.ts';

export type SpotPlace = Spot;

/** Places to point at, above everything: each is a button named by its sentence. One of them is in the order of tabs. */
export function spotsSvg(scene: Scene, spots: readonly Spot[]): string {
  return spots
    .map(({ event, x, y }) => {
      const what = scene.events[event]!;
      const message = what.message === undefined ? '' : ` data-message="${escaped(what.message)}"`;
      return `<g class="tl-spot" role="button" tabindex="-1" data-event="${event}"${message} transform="translate(${px(x)} ${px(y)})" aria-label="${escaped(`${Math.round(what.at)} ms. ${what.sentence}`)}"><circle class="tl-hit" r="12"/><circle class="tl-ring" r="13"/></g>`;
    })
    .join('');
}
