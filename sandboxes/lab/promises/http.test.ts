import type { Start } from 'lab';
import { expect, test } from 'vitest';
import { entries, type Setting, said, traceOf } from './playing.ts';

type Stage = Parameters<NonNullable<Setting['play']>>[0];

const orders: Start = ({ app, mail }) => {
  app.get('/orders/:id', ({ params, query }) => ({ status: 200, body: { ...params, ...query } }));
  app.get('/orders/:id/lines/:line', ({ params }) => ({ status: 200, body: params }));
  app.post('/orders', ({ body }) => ({ status: 201, body: body as object }));
  app.get('/empty', () => ({ status: 204 }));
  app.get('/throws', () => {
    throw new Error('the shelf is empty');
  });
  app.get('/slow', async () => {
    await mail.send({ to: 'ada@example.com', subject: '', text: '' });
    return { status: 200 };
  });
};

test('a request finds its route by method and path, and is answered', async () => {
  const [seen] = await answers(({ customer }) => [
    customer.get('http://orders/orders/17?currency=EUR'),
    customer.get('http://orders/orders/a%20b/lines/2'),
    customer.post('http://orders/orders', { total: 3, lines: [{ sku: 'x' }] }),
    customer.get('http://orders/empty'),
  ]);
  expect(seen).toEqual([
    { status: 200, body: { id: '17', currency: 'EUR' } },
    { status: 200, body: { id: 'a b', line: '2' } },
    { status: 201, body: { total: 3, lines: [{ sku: 'x' }] } },
    { status: 204, body: {} },
  ]);
});

test('what no route fits is answered with 404', async () => {
  const [seen] = await answers(({ customer }) => [
    customer.get('http://orders/nothing'),
    customer.get('http://orders/orders'),
    customer.post('http://orders/orders/17', {}),
    customer.get('http://orders/orders/17/lines'),
  ]);
  expect(seen.map((one) => one?.status)).toEqual([404, 404, 404, 404]);
});

test('a handler that throws answers 500; the caller does not see why, the trace does', async () => {
  const [seen, trace] = await answers(({ customer }) => [customer.get('http://orders/throws')]);
  expect(seen).toEqual([{ status: 500, body: {} }]);
  expect(entries(trace, 'answered')[0]).toMatchObject({ status: 500, error: 'the shelf is empty' });
  expect(entries(trace, 'crashed'), 'and its process lives on').toEqual([]);
});

test.each([
  ['that is not there', 'http://nobody/', () => {}],
  ['that was stopped', 'http://orders/orders/1', ({ operator }: Stage) => operator.stop('orders')],
])('a process %s refuses the connection', async (_, url, before) => {
  const [seen, trace] = await answers((stage) => {
    before(stage);
    return [stage.customer.get(url)];
  });
  expect(seen).toEqual([undefined]);
  expect(entries(trace, 'unanswered').map(({ because }) => because)).toEqual(['refused']);
});

test('a process answers only when its start has returned', async () => {
  const [seen, trace] = await answers(
    async ({ customer, operator, sleep }) => {
      operator.stop('orders');
      const started = operator.start('orders');
      await sleep(5);
      const early = await customer.get('http://orders/');
      await started;
      return [early, await customer.get('http://orders/')];
    },
    {
      guests: {
        orders: async ({ app, mail }) => {
          app.get('/', () => ({ status: 200 }));
          await mail.send({ to: 'operations', subject: 'starting', text: '' });
        },
      },
    },
  );
  expect(seen).toEqual([undefined, { status: 200, body: {} }]);
  expect(entries(trace, 'unanswered').map(({ because }) => because)).toEqual(['refused']);
});

test.each(['crash-before@orders:mail:1', 'crash-after@orders:mail:1', 'crash-before@orders:answer:1'])(
  '%s: who waits for an answer gets a reset, in the same instant',
  async (schedule) => {
    const [seen, trace] = await answers(({ customer }) => [customer.get('http://orders/slow')], { schedule });
    expect(seen).toEqual([undefined]);
    expect(entries(trace, 'unanswered').map(({ because, at }) => [because, at])).toEqual([
      ['reset', entries(trace, 'crashed')[0]?.at],
    ]);
  },
);

test('a crash just after the answer left does not take it back', async () => {
  const [seen] = await answers(({ customer }) => [customer.get('http://orders/orders/1')], {
    schedule: 'crash-after@orders:answer:1',
  });
  expect(seen.map((one) => one?.status)).toEqual([200]);
});

test('instances of a process answer by turns', async () => {
  const [, trace] = await answers(
    ({ customer }) => [1, 2, 3, 4].map((id) => customer.get(`http://orders/orders/${id}`)),
    { instances: { orders: 2 } },
  );
  expect(
    entries(trace, 'answered')
      .map(({ instance }) => instance)
      .sort(),
  ).toEqual([1, 1, 2, 2]);
});

test('fetch gives status, ok and the body as JSON', async () => {
  const lines = await fetching(`
    for (const path of ['/orders/1', '/throws', '/nothing']) {
      const response = await fetch('http://orders' + path);
      console.log(path, response.status, response.ok, JSON.stringify(await response.json()));
    }
    const posted = await fetch('http://orders/orders', { method: 'POST', body: JSON.stringify({ total: 3 }) });
    console.log(posted.status, await posted.text());`);
  expect(lines).toEqual([
    '/orders/1 200 true {"id":"1"}',
    '/throws 500 false {}',
    '/nothing 404 false {}',
    '201 {"total":3}',
  ]);
});

test('fetch rejects when the connection is refused or reset, and not because of a status', async () => {
  const ask = `for (const name of ['nobody', 'orders']) {
    await fetch('http://' + name + '/slow').catch((error) => console.log(name, error instanceof TypeError, error.message));
  }`;
  expect(await fetching(ask, { schedule: 'crash-before@orders:mail:1' })).toEqual([
    'nobody true fetch failed',
    'orders true fetch failed',
  ]);
});

test('AbortSignal.timeout ends the waiting after so many milliseconds; the other side goes on', async () => {
  let trace: Awaited<ReturnType<typeof traceOf>> = [];
  const lines = await fetching(
    `const before = performance.now();
    await fetch('http://orders/slow', { signal: AbortSignal.timeout(15) }).catch((error) => console.log(error.name, performance.now() - before));
    const response = await fetch('http://orders/slow', { signal: AbortSignal.timeout(1_000) });
    console.log(response.status);`,
    { heard: (told) => (trace = told) },
  );
  expect(lines).toEqual(['TimeoutError 15', '200']);
  expect(entries(trace, 'mailed')).toHaveLength(2);
});

test.each([
  ['before', 0],
  ['after', 1],
])('a call that fails %s it left rejects, and is answered %i times', async (moment, times) => {
  let trace: Awaited<ReturnType<typeof traceOf>> = [];
  const lines = await fetching(
    `await fetch('http://orders/orders/1').then(() => console.log('answered'), () => console.log('failed'));`,
    {
      schedule: `fail-${moment}@asker:call:orders:1`,
      heard: (told) => (trace = told),
    },
  );
  expect(lines).toEqual(['failed']);
  expect(entries(trace, 'called', { from: 'asker' })).toHaveLength(times);
});

async function answers(
  ask: (stage: Stage) => readonly Promise<unknown>[] | Promise<readonly unknown[]>,
  setting: Omit<Setting, 'play'> = {},
) {
  let seen: readonly ({ readonly status: number; readonly body: object } | undefined)[] = [];
  const trace = await traceOf({
    guests: { orders },
    ...setting,
    play: async (stage) => {
      seen = (await Promise.all(await ask(stage))) as typeof seen;
      await stage.settled();
    },
  });
  return [seen, trace] as const;
}

/** What a service prints that does this once it is ready. */
async function fetching(
  text: string,
  { schedule, heard }: { schedule?: string; heard?: (trace: Awaited<ReturnType<typeof traceOf>>) => void } = {},
): Promise<string[]> {
  const asker = `export default ({ app }) => { app.post('/go', async () => { ${text}
    return { status: 200 }; }); };`;
  const play = async ({ customer, settled }: Stage): Promise<void> => {
    await customer.post('http://asker/go', {});
    await settled();
  };
  const trace = await traceOf({
    services: { asker },
    guests: { orders },
    play,
    ...(schedule === undefined ? {} : { schedule }),
  });
  heard?.(trace);
  return said(trace, 'asker');
}
