import type { BreakIt } from 'lab/authoring';
import { sameFactTwice } from '../checks/same-fact-twice.ts';

export const sameFactEachTime: BreakIt = {
  id: 'the-same-fact-each-time',
  promise: 'However often it is told that Ada’s order was placed, it is one fact with one id.',
  program: 'wrong/mints-an-id-for-each-telling',
  scenario: sameFactTwice.scenario,
  places: [
    { schedule: 'crash-before@orders:send:reserve-stock:1', label: 'orders dies before it asks stock' },
    { schedule: 'crash-after@stock:commit:1', label: 'stock dies after it has decided' },
    { schedule: 'crash-after@stock:publish:stock.reserved:1', label: 'stock dies after it has told its answer' },
    { schedule: 'crash-before@orders:publish:order.placed:1', label: 'orders dies before it tells order.placed' },
    { schedule: 'crash-after@orders:publish:order.placed:1', label: 'orders dies after it has told order.placed' },
    { schedule: 'crash-after@confirmation:mail:1', label: 'confirmation dies after its mail' },
  ],
  verdict: sameFactTwice.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Nothing was told twice.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-before@orders:send:reserve-stock:1':
    'Ada got no answer, stock was never asked, and so nothing was told at all. That order is forgotten, but no fact came out of it.',
  'crash-after@stock:commit:1':
    'The command came back, and stock found the answer that it had stored. So far nobody had been told anything, so it was told once.',
  'crash-before@orders:publish:order.placed:1':
    'The broker delivered stock.reserved once more, and only this second time was order.placed told.',
  'crash-after@confirmation:mail:1':
    'The fact came back to confirmation, under its one id. That Ada was mailed twice is another matter: lesson 5.',
};
