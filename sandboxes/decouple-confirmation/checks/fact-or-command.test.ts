import { expect, test } from 'vitest';
import { namedFor } from './fact-or-command.ts';

test.each(['order.placed', 'order.created', 'OrderSent', 'orders_were_paid', 'sale.made'])(
  '%s is named for a fact',
  (topic) => expect(namedFor(topic)).toBe('a fact'),
);

test.each(['send-confirmation', 'order.confirm', 'sendOrder', 'confirmation.send'])(
  '%s is named for a command',
  (topic) => expect(namedFor(topic)).toBe('a command'),
);

test.each(['orders', 'confirmation', 'order-events', ''])('%s is named for neither', (topic) =>
  expect(namedFor(topic)).toBe('neither'),
);
