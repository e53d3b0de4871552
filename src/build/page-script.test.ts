import { describe, expect, test } from 'vitest';
import { type Chunk, pageChunks, withScript } from './page-script.ts';

const whole: Chunk = {
  fileName: '_astro/page.2.js',
  code: 'class A {}',
  moduleIds: ['/here/src/elements/site-search.ts', '/here/src/elements/page-elements.ts'],
  imports: [],
};
const entry: Chunk = {
  fileName: '_astro/Page.1.js',
  code: 'import"./page.2.js";\n',
  moduleIds: ['/here/src/layouts/Page.astro?script'],
  imports: [whole.fileName],
};
const late: Chunk = {
  fileName: '_astro/late.3.js',
  code: 'import{A}from"./page.2.js";A()',
  moduleIds: [],
  imports: [whole.fileName],
};

const asks = '<script>import(document.body.dataset.script)</script>';

describe('the script of the pages', () => {
  test('is found, whatever else needs it', () => {
    expect(pageChunks([late, entry, whole])).toEqual({ entry: entry.fileName, whole: whole.fileName });
  });

  test('is refused when it needs another file', () => {
    expect(() => pageChunks([entry, { ...whole, imports: [late.fileName] }])).toThrow('more than one file');
  });

  test('is refused when the page begins with more than it', () => {
    expect(() => pageChunks([{ ...entry, code: `${entry.code}more()` }, whole])).toThrow('more than one file');
  });

  test('is named by the body, below the site’s base, and no tag asks for it before that', () => {
    const page = `<head>${asks}</head><body data-worker="x"><p>Text</p><script type="module" src="/base/_astro/Page.1.js"></script></body>`;
    expect(withScript(page, entry.fileName, whole.fileName)).toBe(
      `<head>${asks}</head><body data-script="/base/_astro/page.2.js" data-worker="x"><p>Text</p></body>`,
    );
  });

  test('is missed by a page that never asks for it', () => {
    const page = '<body><script type="module" src="/_astro/Page.1.js"></script></body>';
    expect(() => withScript(page, entry.fileName, whole.fileName)).toThrow('does not ask for its script');
  });

  test('is missed in a page that has another, none, or one more', () => {
    const other = '<script type="module" src="/_astro/other.js"></script>';
    const ours = '<script type="module" src="/_astro/Page.1.js"></script>';
    for (const scripts of [other, '', ours + other, `${ours}<script type="module">more()</script>`])
      expect(() => withScript(`${asks}<body>${scripts}</body>`, entry.fileName, whole.fileName)).toThrow(
        'another script',
      );
  });
});
