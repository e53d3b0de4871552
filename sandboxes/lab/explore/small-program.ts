import type { Program, Scenario } from 'lab/authoring';
import { compile } from '#compile/compile.ts';

/** A program of one process, `orders`, for tests: the text of its module. */
export function smallProgram(orders: string, more: Readonly<Record<string, string>> = {}): Program {
  const deployment = `import { table } from 'lab';
    export const notes = table('notes', { id: 'text', v: 'integer' }, { key: 'id' });
    export default { processes: { orders: './orders.ts' }, tables: { notes } };`;
  return compile(new Map(Object.entries({ 'deployment.ts': deployment, 'orders.ts': orders, ...more })));
}

/** Two requests, far enough apart for a process to come back in between, then quiet. */
export const twoRequests: Scenario = {
  id: 'two-requests',
  play: async ({ customer, sleep, settled }) => {
    await customer.post('http://orders/', { n: 1 });
    await sleep(500);
    await customer.post('http://orders/', { n: 2 });
    await settled();
  },
};

/** Nothing but waiting for quiet. */
export const quiet: Scenario = { id: 'quiet', play: ({ settled }) => settled() };

/** Mails, and forgets which. */
export const MAILER = `export default ({ app, mail }) => {
  app.post('/', async ({ body }) => {
    await mail.send({ to: 'ada@example.org', subject: 'n', text: String(body.n) });
    return { status: 201 };
  });
};`;
