import { type Check, explore, type Program, passed, play, type Trace } from 'lab/authoring';
import { digestOf, entries, programOf, scenarioOf } from './playing.ts';

/** Digests of what must be equal, as it was before and as it is after. */
export interface Compared {
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** A play of a harmless program, before and after a program that did this to the language as it started. */
export async function nextPlay(text: string): Promise<Compared> {
  const expected = await digestIn(harmless);
  await play(programOf({ services: { orders: `${ORDERS};\n${text}` } }), ordering, []).catch(() => {});
  return { expected: [expected], found: [await digestIn(harmless)] };
}

/** The stories of a program that does this in its second life: those without a second life, and all, one by one and at once. */
export async function sameBatch(text: string): Promise<{ readonly untouched: Compared; readonly all: Compared }> {
  const late = ORDERS.replace('let count = 0;', `let count = 0; if (performance.now() > 0) { ${text} }`);
  const spoiler = programOf({ services: { orders: late } });
  const [alone, together] = [await tracesOf(spoiler, 1), await tracesOf(spoiler, 500)];
  const harmlessDigests = new Set((await tracesOf(harmless, 500)).map(digestOf));
  const untouched = together.filter((trace) => entries(trace, 'started').every(({ life }) => life === 1)).map(digestOf);
  return {
    untouched: { expected: untouched.filter((digest) => harmlessDigests.has(digest)), found: untouched },
    all: { expected: alone.map(digestOf), found: together.map(digestOf) },
  };
}

const ORDERS = `import { setTimeout as sleep } from 'node:timers/promises';
  import { box } from './schema.ts';
  let count = 0;
  export default async ({ app, broker, database, mail }) => {
    await broker.subscribe('order.created', { queue: 'inbox', prefetch: 2 }, async ({ id }) => {
      await mail.send({ to: 'ada@example.com', subject: [id, ++count].join(' '), text: new Date().toISOString() });
    });
    app.post('/orders', async ({ body }) => {
      const id = crypto.randomUUID();
      await database.transaction((tx) => tx.insert(box, { id, v: Math.floor(Math.random() * 1e6) }));
      await broker.publish('order.created', { id, lines: body.lines.map((line) => ({ ...line })) });
      return { status: 201, body: { id } };
    });
  };`;

const harmless = programOf({ services: { orders: ORDERS } });

const ordering = scenarioOf({
  play: async ({ customer, settled }) => {
    for (let n = 0; n < 2; n++) await customer.post('http://orders/orders', { lines: [{ sku: 'x' }, { sku: 'y' }] });
    await settled();
  },
});

async function digestIn(program: Program): Promise<string> {
  return digestOf((await play(program, ordering, [])).trace);
}

/** Every trace that a verdict sees, in this order. */
async function tracesOf(program: Program, batch: number): Promise<Trace[]> {
  const traces: Trace[] = [];
  const check: Check = {
    id: 'everything',
    title: 'Every story is told',
    scenario: ordering,
    scope: [{ fault: 'crash' }, { fault: 'duplicate', byMs: [50] }],
    verdict: (trace) => {
      traces.push(trace);
      return passed();
    },
  };
  await explore(program, [check], { depth: 'check', mixes: 5, batch });
  return traces;
}
