import { expect, test } from 'vitest';
import { isFact } from './fact-or-command.ts';

test.each(['order.placed', 'order.created', 'OrderSent', 'orders_were_paid', 'sale.made'])(
  '%s is named as a fact',
  (topic) => {
    expect(isFact(topic)).toBe(true);
  },
);

test.each(['send-confirmation', 'confirmation', 'order.confirm', 'sendOrder', ''])('%s is not', (topic) => {
  expect(isFact(topic)).toBe(false);
});
