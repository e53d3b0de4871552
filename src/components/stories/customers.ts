import type { Stage } from 'lab/authoring';

/** Twelve people who buy pens. */
export const customers = [
  'ada',
  'grace',
  'alan',
  'barbara',
  'donald',
  'frances',
  'edsger',
  'radia',
  'leslie',
  'margaret',
  'tim',
  'jean',
];

export const addressOf = (customer: string) => `${customer}@example.org`;

export function order(stage: Stage, customer: string) {
  return stage.customer.post('http://orders/orders', { email: addressOf(customer) });
}
