import { type Check, is, passed, type Trace } from 'lab/authoring';
import { type Order, tellingsOf } from '../reading.ts';
import { invoicingComesLater } from '../scenarios.ts';
import { nobodyOrdered } from './nobody-ordered.ts';
import { uninvoiced } from './uninvoiced.ts';

export const invoicedByALatecomer: Check = {
  id: 'invoiced-by-a-latecomer',
  title: 'An order that was placed before invoicing ever ran is invoiced once it does',
  scenario: invoicingComesLater,
  scope: [],
  verdict: (trace) => nobodyOrdered(trace) ?? uninvoiced(trace, (order) => missed(trace, order)) ?? passed(),
};

/** What became of the duty: told to those who listened, of whom invoicing was none. */
function missed(trace: Trace, order: Order): string | undefined {
  const [told] = tellingsOf(trace, order);
  const started = trace.filter(is('started')).find(({ process }) => process === 'invoicing');
  if (told?.entry.kind !== 'published' || !started || told.entry.seq > started.seq) return undefined;
  const heard = told.entry.to.length === 0 ? 'nobody' : told.entry.to.join(' and ');
  return `it was told to ${heard} at ${told.entry.at} ms, and invoicing was deployed at ${started.at} ms. What must be done was left to whoever listened`;
}
