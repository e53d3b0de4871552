import { failed, passed, withApostrophes } from 'lab/authoring';
import { expect, test } from 'vitest';

test('a sentence has the apostrophe of print, and what it quotes stays as it was', () => {
  expect(withApostrophes(`Ada's mail says "it's \\"Ada's\\"", isn't that so? Set ack: 'on delivery'.`)).toBe(
    `Ada’s mail says "it's \\"Ada's\\"", isn’t that so? Set ack: 'on delivery'.`,
  );
});

test('so have failures and remarks', () => {
  expect(failed("Ada's order was lost.")).toMatchObject({ because: 'Ada’s order was lost.' });
  expect(passed({ id: 'twice', text: "Ada's mail left twice.", evidence: [] })).toMatchObject({
    remarks: [{ text: 'Ada’s mail left twice.' }],
  });
});
