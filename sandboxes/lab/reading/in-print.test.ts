import { failed, inPrint, passed } from 'lab/authoring';
import { expect, test } from 'vitest';

test('a sentence has the marks of print, and what it quotes stays as it was', () => {
  expect(inPrint(`Ada's page says "it's sent", isn't that so? Set ack: 'on delivery'.`)).toBe(
    `Ada’s page says “it's sent”, isn’t that so? Set ack: 'on delivery'.`,
  );
});

test('code, and a text with marks inside, keep theirs', () => {
  expect(inPrint(`Ada's mail says "it's \\"Ada's\\"".`)).toBe(`Ada’s mail says "it's \\"Ada's\\"".`);
  expect(inPrint(`Subscribe with { queue: "points" }.`)).toBe(`Subscribe with { queue: "points" }.`);
});

test('so have failures and remarks', () => {
  expect(failed(`Ada's page says "sent".`)).toMatchObject({ because: 'Ada’s page says “sent”.' });
  expect(passed({ id: 'twice', text: "Ada's mail left twice.", evidence: [] })).toMatchObject({
    remarks: [{ text: 'Ada’s mail left twice.' }],
  });
});
