import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sample, storyOf, storyOfModules } from './sample-stories.ts';
import { sceneOf } from './scene-of.ts';
import type { Story } from './story.ts';
import { columnsOf } from './text-columns.ts';
import { ansiInk, plainInk } from './text-ink.ts';
import { textTimeline } from './text-timeline.ts';

const CLEAR = '\u001b[2J\u001b]0;owned\u0007';

describe('what a learner wrote steers no terminal', () => {
  test('not from an error message, which is shown with its escapes written out', async () => {
    const modules = {
      'deployment.ts': `export default { processes: { orders: './orders.ts' }, tables: {} }`,
      'orders.ts': `export default ({ app }) => { app.post('/', () => { console.error(${JSON.stringify(CLEAR)}); throw new Error(${JSON.stringify(CLEAR)}); }); }`,
    };
    const story = await storyOfModules(modules, {
      id: 'hostile',
      play: async ({ customer }) => void (await customer.post('http://orders/', {})),
    });
    for (const plain of [false, true]) {
      const text = textTimeline(sceneOf(story), { width: 100, ink: plainInk, plain });
      expect(text).toContain('\\u001b[2J\\u001b]0;owned\\u0007');
      expect(text).not.toMatch(STEERING);
    }
  });

  test('not from whatever name, topic or text stands in a trace', () => {
    const hostile = fc
      .array(fc.oneof(fc.constantFrom(CLEAR, '\u009b5A', '\r', '\n', '\u202e', '\u200b', '注'), fc.string()), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, fc.integer({ min: 24, max: 130 }), fc.boolean(), (name, topic, width, plain) => {
        const scene = sceneOf(renamed(renamed(crash, 'confirmation', name), 'order.created', topic), 'all');
        const text = textTimeline(scene, { width, ink: ansiInk, plain }).replace(OUR_CODES, '');
        expect(STEERING.test(text)).toBe(false);
        for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

let crash: Story;

beforeAll(async () => {
  crash = await storyOf(await sample('solution'), 'confirmed-once', 'crash-after@confirmation:mail:1');
});

/** The same story, as if the learner had called it otherwise. */
function renamed(story: Story, from: string, to: string): Story {
  const written = JSON.stringify(to).slice(1, -1);
  return JSON.parse(JSON.stringify(story).replaceAll(from, () => written)) as Story;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that nobody may smuggle in
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that the ink makes
const OUR_CODES = /\u001b\[(?:1|2|7|22|27|31|32|36|39)m/g;
