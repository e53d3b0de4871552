import { expect, test } from 'vitest';
import { legendMarks, legendPens } from './legend.ts';

test('thirteen marks and eight pens, each with words and a drawing', () => {
  expect(legendMarks()).toHaveLength(13);
  expect(legendPens()).toHaveLength(8);
  for (const { name, svg } of [...legendMarks(), ...legendPens()]) {
    expect(name).not.toBe('');
    expect(svg).toMatch(/^<svg .*<\/svg>$/);
    expect(svg).not.toMatch(/NaN|undefined/);
  }
});
