import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exercises } from './catalogue.ts';

const catalogue = await exercises();

test.each(catalogue.map(({ exercise }) => exercise.id))('%s is held to the promises of every exercise', (id) => {
  const proofs = `sandboxes/${id}/promises.test.ts`;
  expect(existsSync(proofs), `${proofs} is missing: copy that of another exercise`).toBe(true);
  expect(readFileSync(proofs, 'utf8')).toContain(`await keepsItsPromises('${id}');`);
});
