import type { Start } from 'lab';
import { expect, test } from 'vitest';
import { entries, traceOf } from './playing.ts';

test('while the mail provider is down it refuses every mail, says so, and takes the next one when it is back', async () => {
  const codes: unknown[] = [];
  const writer: Start = ({ app, mail }) => {
    app.post('/', async () => {
      await mail.send({ to: 'ada@example.com', subject: 'Hello', text: '' }).catch(({ code }) => codes.push(code));
      return { status: 204 };
    });
  };
  const trace = await traceOf({
    guests: { writer },
    play: async ({ customer, operator }) => {
      operator.stopMail();
      await customer.post('http://writer/', {});
      await customer.post('http://writer/', {});
      operator.startMail();
      await customer.post('http://writer/', {});
    },
  });
  expect(codes).toEqual(['ECONNECTION', 'ECONNECTION']);
  expect(entries(trace, 'mail refused').map(({ to, process }) => [to, process])).toEqual([
    ['ada@example.com', 'writer'],
    ['ada@example.com', 'writer'],
  ]);
  expect(entries(trace, 'mailed')).toHaveLength(1);
});
