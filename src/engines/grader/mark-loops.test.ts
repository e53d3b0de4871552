import { describe, expect, it } from 'vitest';
import { markLoops } from './mark-loops.ts';

function marked(text: string) {
  const { files, sites } = markLoops([{ path: 'a.ts', text }]);
  return { text: files[0]!.text, sites: sites.map(({ kind, place }) => `${kind} ${place.line}:${place.column}`) };
}

describe('markLoops', () => {
  it.each([
    ['while (a) b()', 'while (__round(0),a) b()'],
    ['do { b() } while (a, c)', 'do { b() } while (__round(0),a, c)'],
    ['for (;;) b()', 'for (;__round(0);) b()'],
    ['for (let i = 0; i < 3; i++) b()', 'for (let i = 0;__round(0), i < 3; i++) b()'],
    ['for (const f = () => { a; b }; f();) {}', 'for (const f = () => {__round(1); a; b };__round(0), f();) {}'],
    ['for (const x of y) { b() }', 'for (const x of y) {__round(0); b() }'],
    ['for (let a = `(`; a; a = `;`) {}', 'for (let a = `(`;__round(0), a; a = `;`) {}'],
    [
      'async () => { for await (const x of y) { b() } }',
      'async () => {__round(1); for await (const x of y) {__round(0); b() } }',
    ],
  ])('marks %s', (text, expected) => {
    expect(marked(text).text).toBe(expected);
  });

  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: learner code as text
  it('leaves alone what only looks like a loop', () => {
    const text = 'const a = { while: 1, for: 2 }; a.while; interface A { for(x: number): void; while: string }';
    expect(marked(text)).toEqual({ text, sites: [] });
    expect(marked('`while (${a}) for (;;)`; /for(;;)/; "for (;;)" // for (;;)').sites).toEqual([]);
  });

  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: learner code as text

  it('marks methods called like loops as functions', () => {
    expect(marked('class A { for(x: number): { a: 1 } { return x } }').text).toBe(
      'class A { for(x: number): { a: 1 } {__round(0); return x } }',
    );
  });

  it.each([
    ['const a = (): any => b().then(a)', 'const a = (): any => (__round(0), b().then(a))'],
    ['a(async (x, y = 1) => await x(y), 2)', 'a(async (x, y = 1) => (__round(0), await x(y)), 2)'],
    ['a.map((x) => ({ x }))', 'a.map((x) => (__round(0), ({ x })))'],
    ['const a = () => class extends b() { c = 1 };', 'const a = () => (__round(0), class extends b() { c = 1 });'],
    ['a((x = () => 1) => x)', 'a((x = () => (__round(0), 1)) => (__round(1), x))'],
    ['a((f: (x: number) => void): number => 1)', 'a((f: (x: number) => void): number => (__round(0), 1))'],
  ])('marks what the arrow of %s leads to', (text, expected) => {
    expect(marked(text).text).toBe(expected);
  });

  it('knows where a site stands in the text as it was written', () => {
    expect(marked('const a = 1\n  while (a) {\n    for (;;) {}\n  }').sites).toEqual(['loop 2:3', 'loop 3:5']);
  });

  it('leaves a file that is no TypeScript to the compiler', () => {
    expect(marked('while (').text).toBe('while (');
  });
});
