import { expect, test } from 'vitest';
import { pictureStyles, plainRules, withPens } from './picture-styles.ts';

const colours = new Map([
  ['ink', '#111'],
  ['paper', '#fff'],
  ...['orders', 'broker', 'confirmation', 'stock', 'list', 'analytics', 'relay', 'reader'].map(
    (pen) => [`pen-${pen}`, `#${pen}`] as const,
  ),
]);

test('a variable becomes its light colour, and a rule of the pen one for each pen', () => {
  const rules = plainRules(
    '/* words */ .a { fill: var(--ink); stroke: var(--tl-ground, var(--paper)) } .b { fill: var(--pen) }',
    colours,
  );
  expect(rules).toContain('.a{ fill: #111; stroke: #fff }');
  expect(rules).toContain('.b.pen-orders{ fill: #orders }');
});

test('what only a screen has is left out: states and media', () => {
  expect(plainRules('.a:hover { fill: var(--ink) } @media print { .b { fill: var(--ink) } }', colours)).toBe('');
});

test('a colour that nobody named stops the build with a sentence', () => {
  expect(() => plainRules('.a { fill: var(--gold) }', colours)).toThrow('--gold');
});

test('every element is told the pen that is nearest around it', () => {
  expect(
    withPens('<g data-pen="orders"><path class="a"/><g data-pen="stock"><path/></g><text>x</text></g><path/>'),
  ).toBe(
    '<g data-pen="orders" class="pen-orders"><path class="pen-orders a"/><g data-pen="stock" class="pen-stock"><path class="pen-stock"/></g><text class="pen-orders">x</text></g><path/>',
  );
});

test('the site’s own styles hold nothing that a card cannot be drawn with', () => {
  const styles = pictureStyles();
  expect(styles).not.toMatch(/var\(|light-dark/);
  expect(styles).toContain('.pen-confirmation');
});
