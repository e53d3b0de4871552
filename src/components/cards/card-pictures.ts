import { getCollection } from 'astro:content';
import { catalogueEntry } from '#exercise/catalogue-entry.ts';
import { demonstrationNamed } from '#exercise/load-demonstrations.ts';
import type { Scene } from '#timeline/scene.ts';
import { sceneOf } from '#timeline/scene-of.ts';
import type { MessageKey } from '#timeline/trace-index.ts';
import { playShowing } from '../demonstrations/play-showing.ts';
import { heroScene, waitsLongest } from '../stories/hero-scene.ts';
import { forgottenWithTheCrash } from '../stories/practice-stories.ts';
import { calmRun, duplicateAfterACrash, readInTheWindow, twelveOrders } from '../stories/shop-stories.ts';

/** What is drawn on the card of a page: the story that opens it, or one that goes with it. All of them were really played. */
export async function cardPicture(path: string): Promise<CardPicture> {
  if (path !== '/') return { scene: await sceneFor(path) };
  const scene = heroScene(await twelveOrders(), 'Barbara’s order');
  const followed = waitsLongest(scene);
  return followed ? { scene, followed } : { scene };
}

export interface CardPicture {
  readonly scene: Scene;
  /** A message whose whole path is marked. */
  readonly followed?: MessageKey;
}

async function sceneFor(path: string): Promise<Scene> {
  const special = SPECIAL[path];
  if (special) return special();
  const text = await textOf(path);
  const [, exercise, id] = /<ShownStory\s+exercise="([^"]+)"\s+id="([^"]+)"/.exec(text) ?? [];
  if (!exercise || !id) return sceneOf(await calmRun());
  const entry = await catalogueEntry(exercise);
  return sceneOf(await playShowing(entry, demonstrationNamed(entry, 'stories', id)));
}

const SPECIAL: Readonly<Record<string, () => Promise<Scene>>> = {
  '/practice/': async () => sceneOf(await forgottenWithTheCrash()),
  '/how-to-read/': async () => sceneOf(await duplicateAfterACrash()),
  '/the-lab/': async () => sceneOf(await readInTheWindow()),
};

async function textOf(path: string): Promise<string> {
  const lesson = /^\/lessons\/([^/]+)\/$/.exec(path)?.[1];
  if (lesson) return (await getCollection('lessonTexts')).find(({ id }) => id === lesson)?.body ?? '';
  return (await getCollection('texts')).find(({ id }) => `/${id}/` === path)?.body ?? '';
}
