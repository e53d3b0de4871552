import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { laneTold } from './lane-told.ts';
import { sample, samplePrograms, storyOf, storyOfModules } from './sample-stories.ts';
import type { Scene } from './scene.ts';
import { type Detail, sceneOf } from './scene-of.ts';
import type { Story } from './story.ts';
import { columnsOf } from './text-columns.ts';
import { ansiInk, plainInk } from './text-ink.ts';
import { textTimeline } from './text-timeline.ts';

const drawn = (scene: Scene, width: number) => textTimeline(scene, { width, ink: plainInk });
const read = (scene: Scene, width = 100) => textTimeline(scene, { width, ink: plainInk, plain: true });

describe('a crash after the mail left', () => {
  let crash: Story;
  let text: string;

  beforeAll(async () => {
    crash = await storyOf(await sample('solution'), 'confirmed-once', 'crash-after@confirmation:mail:1');
    text = drawn(sceneOf(crash), 80);
  });

  test('has the names of its lanes above them', () => {
    expect(text).toContain('  ms    orders  relay  broker  confirmation');
  });

  test('shows a message on its way, its redelivery with two heads and its acknowledgement with an open one', () => {
    expect(text).toContain('»─────►║       │   relay publishes order.created.');
    expect(text).toContain('╟──────►■   delivered to confirmation');
    expect(text).toContain('╟╌╌╌╌╌►►■   confirmation: delivered again');
    expect(text).toContain('║<┄┄┄┄┄┄■   confirmation acknowledges order.created.');
    expect(text).toContain('●◄──────┼──────╢       │   delivered to orders');
  });

  test('has no lane where there is no process', () => {
    const rows = text.split('\n');
    const died = rows.findIndex((row) => row.includes('╳'));
    const back = rows.findIndex((row) => row.includes('┬'));
    const at = rows[died]!.indexOf('╳');
    expect(back).toBeGreaterThan(died + 1);
    for (const row of rows.slice(died + 1, back)) expect(row[at]).toBe(' ');
    expect(rows[back]![at]).toBe('┬');
  });

  test('shades the window from the fact to its effect', () => {
    const shaded = text.split('\n').filter((row) => / ░ /.test(row.slice(0, 8)));
    expect(shaded[0]).toContain('the window opens');
    expect(shaded.at(-1)).toContain('window closes after 94 ms');
  });

  test('says what it is about, how much is left out, and what its signs mean', () => {
    expect(text).toMatch(/^Ada’s order\. 16 more steps are not shown\.\n/);
    expect(text).toContain('▌ the verdict rests on it   ░ window 94 ms   @ mail   ╳ crash   ┬ restart');
    expect(text).not.toContain('◐');
  });

  test('is sentences alone for who listens, and for who has a narrow terminal', () => {
    const listened = read(sceneOf(crash));
    expect(listened).toContain(
      '\n100 ms. The confirmation process crashes right after the mail left. The verdict rests on',
    );
    expect(listened).not.toMatch(/[│┃║░▌─┄╌╳@]/);
    expect(drawn(sceneOf(crash), 40)).not.toMatch(/[│┃║░▌─┄╌╳@]/);
  });
});

test('the lane of a broker that is down is not there, and begins anew', async () => {
  const down = sceneOf(await storyOf(await sample('holds-a-lease'), 'broker-may-be-down'));
  const rows = drawn(down, 80).split('\n');
  const died = rows.findIndex((row) => row.includes('╳'));
  const back = rows.findIndex((row) => row.includes('╥'));
  const at = rows[died]!.indexOf('╳');
  expect(rows[died - 1]![at]).toBe('║');
  for (const row of rows.slice(died + 1, back)) expect(row[at]).toBe(' ');
  expect(rows[back + 1]![at]).toBe('║');
});

test('what pollers do again and again is told at first, and then counted', async () => {
  const waits = sceneOf(await storyOf(await sample('takes-the-log-for-a-queue'), 'unreadable-put-aside'));
  expect(drawn(waits, 100)).toMatch(/\d+ more of the same, until \d+ ms/);
  expect(drawn(waits, 100).match(/writes: “/g)?.length).toBeLessThan(5);
  expect(read(waits)).toMatch(/\nThen \d+ more of the same, until \d+ ms\.\n/);
});

test('a call that nobody hears ends before its lane', async () => {
  const called = sceneOf(await storyOf(await sample('calls-over-http'), 'accepted-while-down'));
  expect(drawn(called, 80)).toMatch(/●─+× .*calls confirmation/);
});

describe('where there is little room', () => {
  test('the words still say who it was', async () => {
    const crash = await storyOf(await sample('solution'), 'confirmed-once', 'crash-after@confirmation:mail:1');
    const text = drawn(sceneOf(crash), 62);
    expect(text).toContain('■   delivered to confirmation');
    expect(text).toContain('■   confirmation: delivered again');
    expect(text).toContain('┬   confirmation: restarted,');
    expect(text).toContain('│   orders answers 201');
    expect(text).toContain('■   confirmation: recorded');
  });

  test('what is counted is counted whole', async () => {
    const waits = sceneOf(await storyOf(await sample('takes-the-log-for-a-queue'), 'unreadable-put-aside'));
    expect(drawn(waits, 60)).not.toContain('…');
  });
});

test('the window that is shaded is said to be the first where there are more', async () => {
  const story = await storyOf(await sample('solution'), 'confirmed-once');
  const scene = sceneOf(story, 'all');
  expect(story.windows.length).toBeGreaterThan(1);
  expect(drawn(scene, 100)).toMatch(/░ window of \S+ order: \d+ ms, the first of \d/);
});

test('ten processes stand on stairs, and thirty are told as a list', async () => {
  const crowd = async (count: number) => {
    const names = Array.from({ length: count }, (_, i) => `worker${i}`);
    const processes = names.map((name) => `${name}: './worker.ts'`).join(', ');
    const modules = {
      'deployment.ts': `export default { processes: { ${processes} }, tables: {} }`,
      'worker.ts': `export default () => { console.error('here'); }`,
    };
    return sceneOf(await storyOfModules(modules, { id: 'crowd', play: async ({ settled }) => settled() }), 'all');
  };
  expect(drawn(await crowd(10), 80)).toMatch(/│ {4}│ {4}│ {4}worker3/);
  expect(drawn(await crowd(30), 80)).not.toContain('│');
});

test('where nothing happened it says so', async () => {
  const story = await storyOf(await sample('solution'));
  const empty = sceneOf({ ...story, trace: [], evidence: [], windows: [] });
  expect(drawn(empty, 80)).toBe('Nothing happened in this play that a timeline could show.');
});

describe('any story', () => {
  const scenes: Scene[] = [];

  beforeAll(async () => {
    const programs = await samplePrograms();
    for (const program of programs.filter((_, i) => i % 5 === 0)) {
      for (const check of program.told) {
        const calm = await storyOf(program, check);
        scenes.push(...(['focus', 'all'] as const).map((detail: Detail) => sceneOf(calm, detail)));
      }
    }
  }, 900_000);

  test('is told in lines that fit, all of its evidence in whole sentences, and each time the same', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 24, max: 200 }), fc.boolean(), (which, width, plain) => {
        const scene = scenes[which % scenes.length]!;
        const text = textTimeline(scene, { width, ink: plainInk, plain });
        for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(textTimeline(scene, { width, ink: plainInk, plain })).toBe(text);
        expect(textTimeline(scene, { width, ink: ansiInk, plain }).replace(OUR_CODES, '')).toBe(text);
        const said = bare(text);
        for (const event of scene.events.filter(({ marked }) => marked)) {
          const short = `${laneTold(event, scene)?.name} ${event.does}.`;
          expect([said.includes(bare(event.sentence)), said.includes(bare(short))]).toContain(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('has a row for each event that is not folded, with its moment', () => {
    for (const scene of scenes.filter(({ events }) => events.length < 40)) {
      const text = drawn(scene, 120);
      if (text.includes('more of the same')) continue;
      for (const { at, quiet } of scene.events)
        if (!quiet) expect(text).toMatch(new RegExp(`^▌? *${Math.round(at)} `, 'm'));
    }
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that the ink makes
const OUR_CODES = /\u001b\[\d+m/g;

/** Without spaces, breaks and lanes, so that a sentence is found across the lines it was broken into. */
function bare(text: string): string {
  return text.replace(/[\s│┃║░▌]/g, '');
}
