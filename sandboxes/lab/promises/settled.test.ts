import type { Start } from 'lab';
import { describe, expect, test } from 'vitest';
import { entries, type Setting, traceOf } from './playing.ts';

test('settled waits for everything that is under way', async () => {
  const chain: Start = async ({ broker, mail }) => {
    await broker.subscribe<{ left: number }>('step', { queue: 'steps' }, async ({ left }) => {
      await mail.send({ to: 'ada@example.com', subject: String(left), text: '' });
      if (left > 0) await broker.publish('step', { left: left - 1 });
    });
  };
  const trace = await traceOf({ guests: { chain }, play: then('step', { left: 5 }) });
  expect(entries(trace, 'mailed')).toHaveLength(6);
  expect(entries(trace, 'acknowledged')).toHaveLength(6);
});

test('settled waits for messages that come back after a throw', async () => {
  let left = 5;
  const stubborn: Start = ({ broker }) =>
    broker.subscribe('step', { queue: 'steps' }, () => {
      if (left-- > 0) throw new Error('not now');
    });
  const trace = await traceOf({ guests: { stubborn }, play: then('step', {}) });
  expect(entries(trace, 'acknowledged')).toHaveLength(1);
});

test.each([50, 700])(
  'settled waits until who polls every %i ms has polled again and found nothing',
  async (everyMs) => {
    const relay = `import { setTimeout as sleep } from 'node:timers/promises'; import { box } from './schema.ts';
    export default ({ app, database, mail }) => {
      app.post('/', async () => { await database.insert(box, { id: 'a', v: 1 }); return { status: 201 }; });
      void poll();
      async function poll() {
        for (;;) {
          for (const { id } of await database.select(box, { at: null })) {
            await mail.send({ to: 'ada@example.com', subject: id, text: '' });
            await database.update(box, { id }, { at: new Date().toISOString() });
          }
          await sleep(${everyMs});
        }
      }
    };`;
    const trace = await traceOf({
      services: { relay },
      play: async ({ customer, settled }) => {
        await customer.post('http://relay/', {});
        await settled();
      },
    });
    expect(entries(trace, 'mailed')).toHaveLength(1);
    expect(entries(trace, 'committed').filter(({ changes }) => changes[0]?.op === 'update')).toHaveLength(1);
    const lastChange = trace.findLast(
      ({ kind }) => !['selected', 'began', 'rolled back', 'waited', 'logged'].includes(kind),
    );
    expect(trace.at(-1)!.at - lastChange!.at, 'and it has polled twice for nothing').toBeGreaterThanOrEqual(everyMs);
  },
);

test('settled waits for a process to come back, and for what it then does', async () => {
  const reader: Start = ({ broker }) => broker.subscribe('step', { queue: 'steps' }, () => {});
  const trace = await traceOf({
    guests: { reader },
    play: then('step', {}),
    schedule: 'crash-before@reader:ack:steps:1',
  });
  expect(entries(trace, 'acknowledged')).toHaveLength(1);
});

/** Takes the one job for a while, mails, and ticks it off. Whoever dies in between leaves it taken. */
const leasing = (leaseMs: number) => `import { setTimeout as sleep } from 'node:timers/promises';
  import { box } from './schema.ts';
  export default ({ database, mail }) => {
    void poll();
    async function poll() {
      for (;;) {
        const [job] = await database.select(box, { v: 0 });
        if (job && (job.at === null || job.at <= new Date().toISOString())) await work(job.id);
        await sleep(50);
      }
    }
    async function work(id) {
      await database.update(box, { id }, { at: new Date(Date.now() + ${leaseMs}).toISOString() });
      await mail.send({ to: 'ada@example.com', subject: id, text: '' });
      await database.update(box, { id }, { v: 1 });
    }
  };`;

describe('after a crash', () => {
  const given = { box: [{ id: 'job', v: 0, at: null }] };
  const schedule = 'crash-after@worker:commit:1';

  test.each([1_000, 15_000, 55_000])('settled waits until a lease of %i ms has run out', async (leaseMs) => {
    const trace = await traceOf({ services: { worker: leasing(leaseMs) }, given, schedule });
    const [mail] = entries(trace, 'mailed');
    expect(mail?.at).toBeGreaterThanOrEqual(leaseMs);
  });

  test('also when the scenario has little time itself', async () => {
    const trace = await traceOf({
      services: { worker: leasing(55_000) },
      given,
      schedule,
      play: ({ settled }) => settled(2_000),
    });
    expect(entries(trace, 'mailed')).toHaveLength(1);
  });

  test('the wait costs no more than to poll for a second more', async () => {
    const trace = await traceOf({ services: { worker: leasing(55_000) }, given, schedule });
    expect(entries(trace, 'selected').length).toBeLessThan(50);
  });

  test('and nothing is told of it when nothing comes of it', async () => {
    const trace = await traceOf({
      services: { worker: leasing(1_000) },
      given,
      schedule: 'crash-after@worker:commit:2',
    });
    expect(trace.at(-1)!.at).toBeLessThan(2_000);
    expect(trace.map(({ seq }) => seq)).toEqual(trace.map((_, index) => index));
  });
});

test('settled does not let a minute pass for a customer who waits', async () => {
  const trace = await traceOf({
    services: {
      page: `import { setTimeout as sleep } from 'node:timers/promises';
        import { box } from './schema.ts';
        export default ({ app, database }) => {
          app.get('/', async () => {
            while (!(await database.select(box, { id: 'a' })).length) await sleep(20);
            return { status: 200 };
          });
        };`,
      other: `import { box } from './schema.ts';
        export default ({ app, database }) => {
          app.post('/', async () => { await database.insert(box, { id: 'a', v: 1 }); return { status: 201 }; });
        };`,
    },
    play: async ({ customer, operator, settled }) => {
      operator.stop('other');
      const page = customer.get('http://page/');
      await settled();
      await operator.start('other');
      await customer.post('http://other/', {});
      await page;
      await settled();
    },
  });
  expect(entries(trace, 'answered').map(({ status }) => status)).toEqual(expect.arrayContaining([200, 201]));
  expect(trace.at(-1)!.at).toBeLessThan(2_000);
});

/** Looks every so often for whatever is so old, and mails. */
const whenOld = (
  ageMs: number,
  everyMs: number,
  clock: string,
) => `import { setTimeout as sleep } from 'node:timers/promises';
  import { box } from './schema.ts';
  export default ({ database, mail }) => {
    const clock = ${clock};
    const born = clock();
    let looks = 0;
    void (async () => {
      for (;;) {
        await sleep(${everyMs});
        looks++;
        const [job] = await database.select(box, { v: 0 });
        if (job === undefined || clock() - born < ${ageMs}) continue;
        await mail.send({ to: 'ada@example.com', subject: 'looked ' + looks, text: '' });
        await database.update(box, { id: job.id }, { v: 1 });
      }
    })();
  };`;

describe('without any trouble', () => {
  const given = { box: [{ id: 'job', v: 0, at: null }] };

  test.each(['Date.now', '() => performance.now()', '() => new Date().getTime()'])(
    'settled waits for what is due soon until it is due, by %s',
    async (clock) => {
      for (const [ageMs, everyMs] of [
        [200, 50],
        [500, 100],
        [900, 20],
      ] as const) {
        const trace = await traceOf({ services: { worker: whenOld(ageMs, everyMs, clock) }, given });
        const [mail] = entries(trace, 'mailed');
        expect(mail?.at).toBeGreaterThanOrEqual(ageMs);
        expect(mail?.at).toBeLessThan(ageMs + everyMs + 60);
      }
    },
  );

  test('settled waits for what is due late, too', async () => {
    const trace = await traceOf({ services: { worker: whenOld(45_000, 100, 'Date.now') }, given });
    expect(entries(trace, 'mailed')).toHaveLength(1);
  });

  test('whoever does something by the clock for ever is at rest in between', async () => {
    const forever = whenOld(300, 50, 'Date.now').replace('await database.update(box, { id: job.id }, { v: 1 });', '');
    const trace = await traceOf({ services: { worker: forever }, given });
    expect(entries(trace, 'mailed').length).toBeGreaterThan(5);
    expect(trace.length).toBeLessThan(5_000);
  });

  test('and nothing is told of the wait when nothing comes of it', async () => {
    const trace = await traceOf({ services: { worker: whenOld(500_000, 50, 'Date.now') }, given });
    expect(entries(trace, 'mailed')).toEqual([]);
    expect(trace.at(-1)!.at).toBeLessThan(200);
  });
});

test('in calm weather settled does not wait for a lease of a year', async () => {
  const trace = await traceOf({
    services: { worker: leasing(55_000) },
    given: { box: [{ id: 'job', v: 0, at: '2030-01-01T00:00:00.000Z' }] },
  });
  expect(entries(trace, 'mailed')).toEqual([]);
  expect(trace.at(-1)!.at).toBeLessThan(1_000);
});

test('settled gives up after a simulated minute when somebody goes on for ever', async () => {
  const restless: Start = async ({ broker }) => {
    await broker.subscribe('step', { queue: 'steps' }, async () => {
      await broker.publish('step', {});
    });
  };
  let isOver = false;
  const calmer = `import { setTimeout as sleep } from 'node:timers/promises';
    export default ({ mail }) => { void (async () => { for (;;) { await sleep(900); await mail.send({ to: 'ada@example.com', subject: '', text: '' }); } })(); };`;
  const trace = await traceOf({
    services: { calmer },
    play: async ({ settled }) => {
      await settled();
      isOver = true;
    },
  });
  expect(isOver).toBe(true);
  expect(trace.at(-1)!.at).toBeGreaterThan(55_000);
  expect(trace.at(-1)!.at).toBeLessThanOrEqual(61_000);
  const endless = await traceOf({ guests: { restless }, play: then('step', {}) });
  expect(endless.length, 'a play without a rest is cut off').toBeLessThan(100_000);
});

test('what happens after settled is waited for by the next settled', async () => {
  const reader: Start = ({ broker }) => broker.subscribe('step', { queue: 'steps' }, () => {});
  const seen: number[] = [];
  const trace = await traceOf({
    guests: { reader },
    play: async ({ publisher, settled }) => {
      for (const n of [1, 2]) {
        await publisher.publish('step', { n });
        await settled();
        seen.push(n);
      }
    },
  });
  expect(seen).toEqual([1, 2]);
  expect(entries(trace, 'acknowledged')).toHaveLength(2);
});

function then(topic: string, body: object): NonNullable<Setting['play']> {
  return async ({ publisher, settled }) => {
    await publisher.publish(topic, body);
    await settled();
  };
}

test('settled goes on after the time that somebody has, at rest or not, and nobody calls that restless', async () => {
  const busy: Start = async ({ broker }) => {
    await broker.subscribe('step', { queue: 'steps' }, () => {
      throw new Error('not now');
    });
  };
  const trace = await traceOf({
    guests: { busy },
    play: async ({ publisher, customer, settled }) => {
      await publisher.publish('step', {});
      await settled(250);
      await customer.get('http://busy/');
    },
  });
  const [call] = entries(trace, 'called');
  expect(call!.at).toBeGreaterThan(100);
  expect(call!.at).toBeLessThanOrEqual(260);
});
