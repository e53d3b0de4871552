import type { Scene } from './scene.ts';

/** "Ada’s order.", where a story is shown as far as it is about that; undefined when all of it is shown. */
export function aboutWords(scene: Pick<Scene, 'about' | 'events'>): string | undefined {
  if (leftOut(scene) === 0) return undefined;
  return scene.about === undefined ? 'What matters here.' : `${scene.about[0]?.toUpperCase()}${scene.about.slice(1)}.`;
}

/** How many steps are not shown. */
export function leftOut(scene: Pick<Scene, 'events'>): number {
  return scene.events.filter((event) => event.quiet).length;
}

export const NOTHING_TO_SHOW = 'Nothing happened in this play that a timeline could show.';
