import { expect, test } from 'vitest';
import { pensOf } from './pens.ts';

test('the processes that the course knows keep their pens', () => {
  expect([...pensOf(['relay', 'orders', 'confirmation'])].sort()).toEqual([
    ['confirmation', 'confirmation'],
    ['orders', 'orders'],
    ['relay', 'relay'],
  ]);
});

test('pricing and invoicing keep theirs too, unless somebody has it before them', () => {
  expect(pensOf(['pricing', 'invoicing']).get('pricing')).toBe('stock');
  expect(pensOf(['orders', 'invoicing', 'stock']).get('invoicing')).toBe('list');
  expect(pensOf(['pricing', 'stock']).get('stock')).toBe('stock');
  expect(pensOf(['pricing', 'stock']).get('pricing')).not.toBe('stock');
});

test('a process that a learner made up gets a pen that nobody else has, the same whatever comes first', () => {
  const pens = pensOf(['orders', 'confirmation', 'mailer']);
  expect(new Set(pens.values()).size).toBe(3);
  expect(pensOf(['mailer', 'confirmation', 'orders']).get('mailer')).toBe(pens.get('mailer'));
});

test('with more processes than pens everybody still has one', () => {
  const names = Array.from({ length: 12 }, (_, i) => `worker${i}`);
  expect([...pensOf(names).values()].every((pen) => pen !== 'broker' && pen !== 'reader')).toBe(true);
});
