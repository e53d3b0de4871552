import { beforeAll, describe, expect, test } from 'vitest';
import { sample, storyOf, storyOfModules } from './sample-stories.ts';
import type { Scene } from './scene.ts';
import { sceneOf } from './scene-of.ts';
import type { Story } from './story.ts';

let crash: Story;
let scene: Scene;

beforeAll(async () => {
  crash = await storyOf(await sample('solution'), 'confirmed-once', 'crash-after@confirmation:mail:1');
  scene = sceneOf(crash);
});

const told = (of: Scene) => of.events.filter((event) => !event.quiet).map((event) => event.sentence);

describe('a crash after the mail left', () => {
  test('is told in domain words', () => {
    expect(told(scene).slice(0, 3)).toEqual([
      'Ada places an order.',
      'The orders process commits: Ada’s order is stored, order.created waits in outbox; the window opens.',
      'The orders process answers Ada with 201 after 6 ms.',
    ]);
    expect(told(scene)).toContain('The confirmation process crashes right after the mail left.');
    expect(told(scene)).toContain('The broker keeps order.created: it was never acknowledged.');
    expect(told(scene)).toContain('The confirmation process is back, and its memory is empty.');
    expect(told(scene)).toContain(
      'The confirmation process sends the same mail to Ada again; what it knew of the first one went with the crash.',
    );
  });

  test('and a mail for a second order is not the same mail again', async () => {
    const down = sceneOf(await storyOf(await sample('solution'), 'accepted-while-down'), 'all');
    expect(down.events.filter((event) => event.mark === 'mail')).toHaveLength(3);
    expect(down.events.some((event) => event.mark === 'mail again')).toBe(false);
  });

  test('is about Ada, and Grace only keeps company', () => {
    expect(scene.about).toBe('Ada’s order');
    expect(told(scene).join(' ')).not.toContain('Grace');
    expect(sceneOf(crash, 'all').events.every((event) => !event.quiet)).toBe(true);
  });

  test('names people, and never an id', () => {
    for (const event of sceneOf(crash, 'all').events) expect(event.sentence).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  test('puts the subscriber that the story is about outermost, and who starts first', () => {
    expect(scene.lanes.map((lane) => lane.name)).toEqual(['orders', 'relay', 'broker', 'confirmation']);
    expect(scene.lanes.map((lane) => lane.pen)).toEqual(['orders', 'relay', 'broker', 'confirmation']);
  });

  test('marks the mail, the crash and the second mail as what the verdict rests on', () => {
    expect(scene.events.filter((event) => event.marked).map((event) => event.mark)).toEqual([
      'mail',
      'crash',
      'mail again',
    ]);
  });

  test('rolls the open transaction back with the crash, and leaves no process until the restart', () => {
    const lost = scene.spans.find((span) => span.kind === 'transaction' && span.rolledBack);
    const down = scene.spans.find((span) => span.kind === 'down');
    expect(lost?.to).toBe(down?.from);
    expect(down).toMatchObject({ lane: 'process confirmation', restarts: true, to: down!.from + 100 });
  });

  test('keeps the message in its row: waiting, handed over, waiting again, handed over, acknowledged', () => {
    const [copy] = scene.copies.filter((c) => c.message === 'queue 1');
    expect(copy?.stays.map((stay) => stay.kind)).toEqual(['handed over', 'waiting', 'handed over']);
    expect(copy?.end).toBe('acknowledged');
    expect(scene.messages.filter((line) => line.message === 'queue 1').map((line) => line.kind)).toEqual([
      'publish',
      'deliver',
      'redeliver',
      'acknowledge',
    ]);
  });

  test('shades the window from the fact to its effect, with its length', () => {
    const stored = scene.events.find((event) => event.does.includes('window opens'))!;
    const mail = scene.events.find((event) => event.mark === 'mail')!;
    expect(scene.windows).toMatchObject([
      { opens: stored.at, closes: mail.at, label: `window ${mail.at - stored.at} ms` },
    ]);
  });

  test('has a name that tells the evidence', () => {
    expect(scene.name).toMatch(/^Timeline, \d+ events, from 1 ms to \d+ ms\./);
    for (const event of scene.events.filter((e) => e.marked)) expect(scene.name).toContain(event.sentence);
  });
});

describe('what is left out and what is not', () => {
  test('a relay that finds nothing is not told', () => {
    const polls = crash.trace.filter((entry) => entry.kind === 'selected').map((entry) => entry.seq);
    expect(polls.length).toBeGreaterThan(10);
    const seqs = new Set(sceneOf(crash, 'all').events.flatMap((event) => event.seqs));
    expect(polls.some((seq) => seqs.has(seq))).toBe(false);
  });

  test('every event belongs to entries of the trace, in their order', async () => {
    const seqs = sceneOf(await storyOf(await sample('starter')), 'all').events.map((event) => event.seqs.at(-1)!);
    expect([...seqs].sort((a, b) => a - b)).toEqual(seqs);
  });

  test('a customer who waits for the mail has a lane, and one who is answered at once has none', async () => {
    const starter = sceneOf(await storyOf(await sample('starter'), 'no-order-without-event'));
    expect(starter.lanes.map((lane) => lane.id)).toContain('customer');
    expect(scene.lanes.map((lane) => lane.id)).not.toContain('customer');
  });

  test('a page is quoted when it shows something new', async () => {
    const watched = sceneOf(await storyOf(await sample('solution'), 'page-tells-the-truth'));
    const reads = watched.events.filter((event) => event.kind === 'read');
    expect(reads.length).toBeGreaterThan(6);
    expect(reads.flatMap((event) => event.label?.text ?? [])).toEqual(['“on its way”', '“sent”', '“not found”']);
    expect(watched.lanes[0]?.name).toBe('Ada’s page');
  });

  test('a page that still says “on its way” after the mail left is out of date', async () => {
    const watched = sceneOf(await storyOf(await sample('solution'), 'page-tells-the-truth'));
    const mail = watched.events.find((event) => event.mark === 'mail')!;
    for (const read of watched.events.filter((event) => event.kind === 'read' && event.at < mail.at))
      expect(read.mark).toBe('read');
    const stale = watched.events.filter((event) => event.mark === 'stale read');
    expect(stale.length).toBeGreaterThan(0);
    for (const read of stale)
      expect(read.sentence).toBe('The page of Ada’s order shows “on its way”, which is out of date.');
  });
});

describe('other faults', () => {
  test('a second copy is told where it struck, and has a row of its own', async () => {
    const story = await storyOf(
      await sample('solution'),
      'confirmed-once',
      'duplicate-2000@broker:deliver:confirmation:1',
    );
    const twice = sceneOf(story, 'all');
    expect(twice.events.find((event) => event.kind === 'struck')).toMatchObject({
      lane: 'broker',
      label: { text: 'a second copy, 2 s later', style: 'fault' },
    });
    expect(twice.copies.filter((copy) => copy.message === 'queue 1')).toHaveLength(2);
  });

  test('a late message is late in its row', async () => {
    const story = await storyOf(await sample('solution'), 'confirmed-once', 'delay-300@broker:deliver:confirmation:1');
    expect(sceneOf(story, 'all').copies[0]?.stays[0]).toMatchObject({ kind: 'late' });
    expect(told(sceneOf(story, 'all'))).toContain(
      'The broker gets order.created about Ada’s order 300 ms late into the queue confirmation.',
    );
  });

  test('a lost answer says that it happened all the same', async () => {
    const story = await storyOf(await sample('solution'), 'confirmed-once', 'fail-after@relay:publish:order.created:1');
    expect(told(sceneOf(story, 'all'))).toContain(
      'The relay process gets an error when it tries to publish order.created, although it happened.',
    );
  });

  test('a mail that the provider refuses is told where the process is, and struck', async () => {
    const modules = {
      'deployment.ts': `export default { processes: { orders: './orders.ts' }, tables: {} }`,
      'orders.ts': `export default ({ app, mail }) => { app.post('/', async () => {
        await mail.send({ to: 'ada@example.org', subject: 'Hello', text: '' }).catch(() => {});
        return { status: 204 };
      }); }`,
    };
    const story = await storyOfModules(modules, {
      id: 'no-mail',
      play: async ({ customer, operator }) => {
        operator.stopMail();
        await customer.post('http://orders/', { email: 'ada@example.org' });
      },
    });
    const refused = sceneOf(story).events.find(({ kind }) => kind === 'mail refused');
    expect(refused).toMatchObject({ lane: 'process orders', mark: 'fault', label: { text: 'mail refused' } });
    expect(refused?.sentence).toBe('The mail provider is down and refuses the mail to Ada.');
  });

  test('a deploy and a broker that is down are told as what they are', async () => {
    const modules = {
      'deployment.ts': `export default { processes: { orders: './orders.ts' }, tables: {} }`,
      'orders.ts': 'export default () => {}',
    };
    const story = await storyOfModules(modules, {
      id: 'operations',
      play: async ({ customer, operator, sleep }) => {
        await customer.get('http://orders/');
        operator.stop('orders');
        operator.stopBroker();
        await sleep(20);
        operator.startBroker();
        await operator.start('orders');
      },
    });
    expect(told(sceneOf(story)).slice(-4)).toEqual([
      'The orders process is stopped by the operator.',
      'The broker goes down; what it has accepted it keeps.',
      'The broker is back.',
      'The orders process is back, and its memory is empty.',
    ]);
    expect(sceneOf(story).brokerDown).toHaveLength(1);
  });

  test('a message that nobody takes in the end is a dead letter', async () => {
    const modules = {
      'deployment.ts': `export default { processes: { orders: './orders.ts' }, tables: {} }`,
      'orders.ts': `export default async function start({ app, broker }) {
        app.post('/orders', async () => { await broker.publish('order.created', { orderId: 'a' }); return { status: 202 }; });
        await broker.subscribe('order.created', { queue: 'work', deliveryLimit: 1, deadLetter: 'dead' }, () => { throw new Error('no'); });
      }`,
    };
    const story = await storyOfModules(modules, {
      id: 'poison',
      play: async ({ customer, settled }) => {
        await customer.post('http://orders/orders', {});
        await settled();
      },
    });
    const poison = sceneOf(story);
    expect(told(poison)).toContain('The broker gives order.created up and puts it into dead.');
    expect(poison.copies.map(({ queue, end }) => [queue, end])).toEqual([
      ['work', 'given up'],
      ['dead', 'open'],
    ]);
  });
});

test('a trace without anything is a scene without events', () => {
  const empty = sceneOf({ ...crash, trace: [], evidence: [], windows: [] });
  expect(empty.events).toEqual([]);
  expect(empty.name).toBe('Timeline. Nothing happened.');
});

test('evidence that points nowhere breaks nothing', () => {
  expect(() => sceneOf({ ...crash, evidence: [9_999, -1], windows: [{ key: 'x', opens: 9_999 }] })).not.toThrow();
});

describe('a log', () => {
  test('has its records called by their events, with the partition, and whose they are where there are several', async () => {
    const story = await storyOf(await sample('commits-before-the-work'), 'list-follows-the-log');
    const labels = sceneOf(story, 'all').events.flatMap(({ kind, label }) =>
      kind === 'appended' ? (label?.text ?? []) : [],
    );
    expect(labels[0]).toMatch(/^order\.created of \w+, partition \d$/);
    const focused = sceneOf({
      ...story,
      evidence: story.trace
        .filter(({ kind }) => kind === 'appended')
        .slice(0, 1)
        .map(({ seq }) => seq),
    });
    expect(focused.events.find(({ kind, quiet }) => kind === 'appended' && !quiet)?.label?.text).toMatch(
      /^order\.created, partition \d$/,
    );
  });
});
