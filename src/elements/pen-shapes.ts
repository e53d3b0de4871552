import type { Pen } from '#timeline/pens.ts';

/** Each pen's shape on a field from -6 to 6, as the data of a path; a shape that is drawn and not filled says so. */
export interface PenShape {
  readonly d: string;
  readonly drawn: boolean;
}

export const penShapes: Readonly<Record<Pen, PenShape>> = {
  orders: { d: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z', drawn: false },
  broker: { d: 'M-5 -3h10M-5 3h10', drawn: true },
  confirmation: { d: 'M-4.4 -4.4h8.8v8.8h-8.8Z', drawn: false },
  stock: { d: 'M0 -5.6L5.5 4.1H-5.5Z', drawn: false },
  list: { d: 'M0 -6L5.6 0L0 6L-5.6 0Z', drawn: false },
  analytics: { d: 'M5.6 0L2.8 4.8H-2.8L-5.6 0L-2.8 -4.8H2.8Z', drawn: false },
  relay: { d: 'M-5 -5L5 0L-5 5L-1.4 0Z', drawn: false },
  reader: { d: 'M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0Z', drawn: true },
};
