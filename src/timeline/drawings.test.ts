import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawingFaults } from './drawing-faults.ts';
import { type Sample, samplePrograms, storyOf } from './sample-stories.ts';
import { sceneOf } from './scene-of.ts';
import type { Story } from './story.ts';
import { tall } from './tall.ts';
import { wide } from './wide.ts';

let programs: readonly Sample[];
const stories: Story[] = [];

beforeAll(async () => {
  programs = await samplePrograms();
  for (const program of programs) {
    for (const check of [undefined, ...program.told]) stories.push(await storyOf(program, check));
    const reached = stories.at(-1)!.reached.map(([point]) => point);
    const point = reached.find((p) => p.includes(':mail:')) ?? reached[0];
    if (point)
      for (const moment of ['before', 'after'])
        stories.push(await storyOf(program, program.told.at(-1)!, `crash-${moment}@${point}`));
  }
}, 900_000);

describe('drawings of real stories', () => {
  test('there are two hundred of them at least', () => {
    expect(stories.length).toBeGreaterThanOrEqual(200);
  });

  test('no label lies on another, on a mark or outside, at any width', () => {
    const faults = stories.flatMap((story) =>
      (['focus', 'all'] as const).flatMap((detail) => {
        const scene = sceneOf(story, detail);
        return [360, 520, 719, 720, 900, 1200].flatMap((width) => {
          const drawing = (width < 720 ? tall : wide)(scene, { id: 'a', width, interactive: true });
          return drawingFaults(scene, drawing).map(
            (fault) => `${story.scenario} ${story.schedule} ${detail} ${width}: ${fault}`,
          );
        });
      }),
    );
    expect(faults).toEqual([]);
  }, 900_000);

  test('what a verdict rests on has its label or its place in every drawing', () => {
    for (const story of stories.filter((s) => s.evidence.length > 0)) {
      const scene = sceneOf(story);
      const told = scene.events.filter((event) => event.marked);
      expect(told.length, `${story.check} ${story.schedule}`).toBeGreaterThan(0);
      expect(told.every((event) => !event.quiet)).toBe(true);
    }
  });

  test('a mail and the crash right after it are both there to see', () => {
    const struck = stories.filter((s) => s.schedule.startsWith('crash-after@confirmation:mail:'));
    expect(struck.length).toBeGreaterThan(0);
    for (const story of struck) {
      // Also where no verdict rests on them.
      const scene = sceneOf({ ...story, evidence: [] });
      const mails = scene.events.filter((event) => event.kind === 'mailed' && !event.quiet).length;
      const { svg } = wide(scene, { id: 'a', width: 1_100 });
      expect(svg.match(/class="tl-mail/g)?.length).toBe(mails);
      expect(svg).toContain('class="tl-crash"');
    }
  });

  test('the same story is drawn the same, byte for byte', () => {
    const story = stories[10]!;
    expect(wide(sceneOf(story), { id: 'a', width: 900 }).svg).toBe(wide(sceneOf(story), { id: 'a', width: 900 }).svg);
  });
});

describe('drawings of any story', () => {
  test('whatever program is struck by whatever faults, it is drawn whole', async () => {
    const fault = fc.record({
      kind: fc.constantFrom(
        'crash-before',
        'crash-after',
        'fail-before',
        'fail-after',
        'delay-300',
        'delay-5000',
        'duplicate-0',
        'duplicate-2000',
      ),
      at: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.array(fault, { maxLength: 4 }),
        fc.integer({ min: 360, max: 1_200 }),
        fc.boolean(),
        async (which, one, faults, width, all) => {
          const program = programs[which % programs.length]!;
          const { checks } = program.exercise;
          const check = checks[one % checks.length]!.id;
          const points = (await storyOf(program, check)).reached.map(([point]) => point);
          const schedule = faults.map(({ kind, at }) => `${kind}@${points[at % points.length]}`).join(',');
          const scene = sceneOf(await playable(program, check, schedule || 'calm'), all ? 'all' : 'focus');
          expect(
            drawingFaults(scene, (width < 720 ? tall : wide)(scene, { id: 'a', width, interactive: true })),
          ).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  }, 900_000);
});

/** A second fault may keep the first from ever being reached: then the story is the one without it. */
async function playable(program: Sample, check: string, schedule: string): Promise<Story> {
  try {
    return await storyOf(program, check, schedule);
  } catch {
    return storyOf(program, check);
  }
}
