export type OrderCreated = {
  id: string;
  type: 'order.created';
  occurredAt: string;
  orderId: string;
  version: number;
  email: string;
  total: number;
};

export type OrderCancelled = {
  id: string;
  type: 'order.cancelled';
  occurredAt: string;
  orderId: string;
  version: number;
};

export type OrderEvent = OrderCreated | OrderCancelled;

/** A log keeps what was appended by programs that nobody runs any more: look before you believe it. */
export function isOrderEvent(record: unknown): record is OrderEvent {
  const { type, orderId, email, total } = record as Record<string, unknown>;
  if (typeof orderId !== 'string') return false;
  if (type === 'order.created') return typeof email === 'string' && typeof total === 'number';
  return type === 'order.cancelled';
}
