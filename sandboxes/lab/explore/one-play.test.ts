import { type Entry, type Kind, parseScheduleId, play } from 'lab/authoring';
import { describe, expect, test } from 'vitest';
import { MAILER, quiet, smallProgram, twoRequests } from './small-program.ts';

const SHOP = `import { notes } from './deployment.ts';
export default async ({ app, broker, database, mail }) => {
  await broker.subscribe('noted', { queue: 'notes' }, async ({ n }) => {
    await mail.send({ to: 'ada@example.org', subject: 'n', text: String(n) });
  });
  app.post('/', async ({ body }) => {
    await database.transaction(async (tx) => {
      await tx.insert(notes, { id: crypto.randomUUID(), v: body.n });
    });
    await broker.publish('noted', body);
    console.log('noted');
    return { status: 201 };
  });
};`;

const shop = smallProgram(SHOP);

/** Where the first entry of a kind was asked for, as `path:line:column`. */
async function placeOf(
  text: string,
  kind: Kind,
  schedule = 'calm',
  which: (entry: Entry) => boolean = () => true,
): Promise<string | undefined> {
  const { trace, places } = await play(smallProgram(text), twoRequests, parseScheduleId(schedule)!, {
    positions: true,
  });
  const place = places.get(trace.find((entry) => entry.kind === kind && which(entry))?.seq ?? -1);
  return place && `${place.path}:${place.line}:${place.column}`;
}

describe('source positions', () => {
  test.each<[Kind, string]>([
    ['bound', 'orders.ts:3:16'],
    ['began', 'orders.ts:7:20'],
    ['wrote', 'orders.ts:8:16'],
    ['committed', 'orders.ts:7:20'],
    ['published', 'orders.ts:10:18'],
    ['logged', 'orders.ts:11:13'],
    ['answered', 'orders.ts:6:7'],
    ['delivered', 'orders.ts:3:16'],
    ['mailed', 'orders.ts:4:16'],
    ['acknowledged', 'orders.ts:3:16'],
  ])('%s has the line that asked for it', async (kind, place) => {
    expect(await placeOf(SHOP, kind)).toBe(place);
  });

  test('a crash has the line whose effect was struck, and what follows from it has none', async () => {
    expect(await placeOf(SHOP, 'crashed', 'crash-after@orders:publish:noted:1')).toBe('orders.ts:10:18');
    expect(await placeOf(SHOP, 'crashed', 'crash-before@orders:mail:1')).toBe('orders.ts:4:16');
    expect(await placeOf(SHOP, 'returned', 'crash-before@orders:mail:1')).toBeUndefined();
    expect(await placeOf(SHOP, 'started', 'calm')).toBeUndefined();
  });

  test.each([
    [
      'a throw',
      "export default () => {\n  setTimeout(() => {\n    throw new Error('no');\n  });\n};",
      'orders.ts:3:11',
    ],
    ['a rejection', "export default () => {\n  void Promise.reject(new Error('no'));\n};", 'orders.ts:2:23'],
    [
      'an effect that failed',
      "export default ({ broker }) => {\n  setTimeout(() => {\n    void broker.send('nobody', {});\n  });\n};",
      'orders.ts:3:17',
    ],
    [
      'a mistaken argument',
      "export default ({ broker }) => {\n  void broker.publish('noted', 7);\n};",
      'orders.ts:2:15',
    ],
    ['a module that throws on its first line', "throw new Error('no');", 'orders.ts:1:7'],
  ])('a death by %s has its line', async (_, text, place) => {
    expect(await placeOf(text, 'crashed')).toBe(place);
  });

  test('a handler that throws has its line at what came of it', async () => {
    const text = "export default ({ app }) => {\n  app.post('/', () => {\n    throw new Error('no');\n  });\n};";
    expect(await placeOf(text, 'answered')).toBe('orders.ts:3:11');
  });

  test.each(['calm', 'crash-after@orders:commit:1', 'fail-before@orders:mail:1'])(
    'leave the trace as it is: %s',
    async (id) => {
      const schedule = parseScheduleId(id)!;
      const without = await play(shop, twoRequests, schedule);
      const withPlaces = await play(shop, twoRequests, schedule, { positions: true });
      expect(JSON.stringify(withPlaces.trace)).toBe(JSON.stringify(without.trace));
      expect(without.places.size).toBe(0);
      expect(withPlaces.places.size).toBeGreaterThan(5);
    },
  );
});

describe('a play', () => {
  test('says which points it reached, and which of the schedule it did not', async () => {
    const schedule = parseScheduleId('crash-after@orders:mail:1,crash-after@orders:mail:7')!;
    const { reached, unreached, ended } = await play(smallProgram(MAILER), twoRequests, schedule);
    expect(ended).toBe('returned');
    expect([...reached.keys()]).toContain('orders:mail:1');
    expect(unreached).toEqual(['orders:mail:7']);
  });

  test('does not reject when the scenario asks for what is not there', async () => {
    const asking = {
      id: 'asking',
      play: async ({ operator }: Parameters<typeof quiet.play>[0]) => operator.start('nobody'),
    };
    const { ended, because } = await play(shop, asking, []);
    expect([ended, because]).toEqual([
      'failed',
      'The scenario asking failed: There is no process called nobody: declare it in deployment.ts.',
    ]);
  });

  test('of a program that changed the language and so broke the sandbox says what it changed', async () => {
    // It spares the test's own runner, which shares the language and may push something meanwhile.
    const spoiling = smallProgram(`const { push } = Array.prototype;
      Array.prototype.push = function (...all) {
        if (all[0]?.kind !== undefined) throw new Error("mine");
        return push.apply(this, all);
      };
      export default () => {};`);
    const { ended, because } = await play(spoiling, quiet, []);
    expect(ended).toBe('stuck');
    expect(because).toContain('The program changed Array.prototype.push');
    expect([1].push(2)).toBe(2);
  });

  test('tells who gets control, also at the first start', async () => {
    const told: string[] = [];
    await play(shop, quiet, [], {
      onStep: ({ process, atMs, scenario }) => told.push(`${scenario} ${process} ${atMs}`),
    });
    expect(told[0]).toBe('quiet orders 0');
  });
});

test('a play that prints without end says how many lines its trace has no room for', async () => {
  const printing = (lines: number) =>
    smallProgram(`export default () => { for (let i = 0; i < ${lines}; i++) console.log(i); };`);
  const logged = ({ trace }: { readonly trace: readonly Entry[] }) =>
    trace.filter(({ kind }) => kind === 'logged').length;
  const few = await play(printing(3), quiet, []);
  expect([logged(few), few.linesLost]).toEqual([3, 0]);
  const many = await play(printing(3_333), quiet, []);
  expect(logged(many) + many.linesLost).toBe(3_333);
  expect(many.linesLost).toBeGreaterThan(0);
});
