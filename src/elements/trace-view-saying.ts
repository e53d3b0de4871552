import { laneTold } from '#timeline/lane-told.ts';
import type { Scene, SceneEvent } from '#timeline/scene.ts';
import { build } from './build-element.ts';
import { penShape } from './icons.ts';

/** "95 ms ■ confirmation sends the same mail again": the sentence with its process in its pen. */
export function saying(event: SceneEvent, scene: Scene): Node[] {
  return [build('b', { class: 'tl-moment' }, `${Math.round(event.at)} ms`), new Text(' '), ...sentence(event, scene)];
}

/** The sentence alone; a process and the broker are called by shape and name. */
export function sentence(event: SceneEvent, scene: Scene): Node[] {
  const lane = laneTold(event, scene);
  if (!lane) return [new Text(event.sentence)];
  return [
    build('span', { class: 'tl-who', 'data-pen': lane.pen }, penShape(lane.pen), lane.name),
    new Text(` ${event.does}.`),
  ];
}
