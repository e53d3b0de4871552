/** Thin on purpose: the id says which order, and the rest can be asked for. */
export type OrderCreated = { id: string; type: 'order.created'; occurredAt: string; orderId: string; version: number };

export type ConfirmationSent = {
  id: string;
  type: 'confirmation.sent';
  occurredAt: string;
  orderId: string;
  version: number;
};
