import type { Scene, SceneEvent } from '#timeline/scene.ts';
import { build, button } from './build-element.ts';
import { sentence } from './trace-view-saying.ts';

/** The same events in words, for those who do not see the picture or would rather read. A time is a button to its step. */
export function traceTable(scene: Scene, steps: readonly number[], goTo: (step: number) => void): HTMLElement {
  const rows = steps.map((event, step) => row(scene.events[event]!, scene, step, goTo));
  const heads = ['Simulated time', 'Where', 'What happened'].map((words) => build('th', { scope: 'col' }, words));
  return build(
    'div',
    { class: 'tl-table', tabindex: '0', role: 'group', 'aria-label': 'Table of this story' },
    build('table', {}, build('thead', {}, build('tr', {}, ...heads)), build('tbody', {}, ...rows)),
  );
}

function row(event: SceneEvent, scene: Scene, step: number, goTo: (step: number) => void): HTMLElement {
  const lane = scene.lanes.find(({ id }) => id === event.lane);
  return build(
    'tr',
    { 'data-step': step, class: event.marked ? 'is-marked' : undefined },
    build(
      'td',
      {},
      button(`${Math.round(event.at)} ms`, 'text-button', () => goTo(step)),
    ),
    build('td', { 'data-pen': lane?.pen, class: 'tl-where' }, lane?.name ?? ''),
    build(
      'td',
      {},
      ...sentence(event, scene),
      ...(event.marked ? [build('span', { class: 'visually-hidden' }, ' The verdict rests on this.')] : []),
    ),
  );
}
