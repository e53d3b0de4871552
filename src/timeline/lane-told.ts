import type { Lane, Scene, SceneEvent } from './scene.ts';

/** Who tells an event where lanes have names: "confirmation" instead of "The confirmation process". */
export function laneTold(event: SceneEvent, scene: Pick<Scene, 'lanes'>): Lane | undefined {
  return scene.lanes.find(
    ({ name, id }) => event.who === `The ${name} process` || (event.who === 'The broker' && id === 'broker'),
  );
}
