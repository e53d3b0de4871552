import type { BreakIt } from 'lab/authoring';
import { canBeRefused } from '../checks/can-be-refused.ts';
import { tooFewPens } from '../scenarios.ts';

export const toldAndUndone: BreakIt = {
  id: 'told-and-undone',
  promise: 'Stock never takes back what it has told: an order is reserved or refused, and not both.',
  program: 'shown/tells-before-the-commit',
  hidden: ['decided.ts', 'orders.ts'],
  scenario: tooFewPens,
  places: [
    { schedule: 'crash-before@stock:publish:stock.reserved:1', label: 'stock dies before it tells its answer' },
    { schedule: 'duplicate-0@broker:deliver:reserve-stock:1', label: 'the command comes twice' },
    { schedule: 'crash-before@stock:commit:1', label: 'stock dies after it has told, before its commit' },
    { schedule: 'fail-before@stock:commit:1', label: 'the database refuses the commit, after stock has told' },
    { schedule: 'crash-after@stock:commit:1', label: 'stock dies after its commit' },
    { schedule: 'crash-after@orders:commit:3', label: 'orders dies after it has noted the answer' },
  ],
  verdict: canBeRefused.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Nothing was told that did not stand.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-before@stock:publish:stock.reserved:1':
    'The transaction died with its process, and nobody had been told. The command came back and was decided afresh.',
  'duplicate-0@broker:deliver:reserve-stock:1':
    'The second copy found the answer in the table and left everything as it was.',
  'crash-before@stock:commit:1':
    'That was luck. The answer was told and its transaction undone; but Ada’s command came back before Grace’s was looked at, so the same answer was given again, under another id.',
  'crash-after@stock:commit:1': 'Told and stored: when the command came back, the answer was there.',
  'crash-after@orders:commit:3': 'Orders was handed the answer again and told order.placed then.',
};
