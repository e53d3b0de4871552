/**
 * The path of an order's page. An id is whatever a program made of it, so it is escaped; half a character (a surrogate on
 * its own), which cannot be written into a path, becomes a question mark.
 */
export function orderPath(orderId: string): string {
  return `/orders/${encodeURIComponent(orderId.replace(/\p{Surrogate}/gu, '?'))}`;
}
