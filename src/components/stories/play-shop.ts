import type { Exercise, Scenario, WindowOf } from 'lab/authoring';
import { playStory } from '#timeline/play-story.ts';
import type { Story } from '#timeline/story.ts';

export interface ShopStory {
  readonly scenario: Scenario;
  /** Which of the shop's processes run, each with its module. */
  readonly processes: Readonly<Record<string, string>>;
  readonly schedule: string;
  readonly window?: WindowOf;
}

/** Plays the little shop that the figures about reading a timeline are drawn from. It is compiled and really run. */
export function playShop({ scenario, processes, schedule, window }: ShopStory): Promise<Story> {
  const shop: Exercise = {
    id: 'shop',
    title: 'The shop of the figures',
    tabs: [],
    given: [],
    hints: [],
    run: scenario,
    checks: [],
    mixes: 0,
    ...(window ? { window } : {}),
  };
  return playStory(shop, [...files, deployment(processes)], { schedule });
}

const sources = import.meta.glob<string>('./shop/*.ts', { query: '?raw', import: 'default', eager: true });
const files = Object.entries(sources).map(([path, text]) => ({ path: path.replace('./shop/', ''), text }));

function deployment(processes: ShopStory['processes']) {
  const text = `import * as tables from './schema.ts';\nexport default { processes: ${JSON.stringify(processes)}, tables };\n`;
  return { path: 'deployment.ts', text };
}
