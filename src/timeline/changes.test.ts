import { expect, test } from 'vitest';
import { changeClauses, changeLabel } from './changes.ts';
import type { Subjects } from './subjects.ts';
import type { Telling } from './telling.ts';

const nobody = { all: [], of: () => [], named: () => undefined, byIdentifier: () => undefined } as unknown as Subjects;
const telling = { subjects: nobody, single: true } as Telling;
const fact = { id: 'f1', topic: 'order.created', body: { id: 'f1' } };

test('only what is still to be published waits in its table; what was heard is recorded there', () => {
  const outgoing = { table: 'outbox', op: 'insert', row: { ...fact, publishedAt: null } } as const;
  const heard = { table: 'facts', op: 'insert', row: fact } as const;
  expect(changeClauses([outgoing, heard], nobody)).toEqual([
    'order.created waits in outbox',
    'order.created is recorded in facts',
  ]);
});

test('what was heard is worth a word at its commit, and a row on its way out is not', () => {
  const outgoing = { table: 'outbox', op: 'insert', row: { ...fact, publishedAt: null } } as const;
  expect(changeLabel([outgoing], telling)).toBe(undefined);
  expect(changeLabel([{ table: 'facts', op: 'insert', row: fact }], telling)).toBe('recorded');
});
