import { describe, expect, it } from 'vitest';
import { mistakeIn } from './mistake.ts';

/** The text with `¦` where the mistake is expected. */
function expectAt(marked: string): void {
  const at = marked.indexOf('¦');
  expect(mistakeIn(marked.replace('¦', ''))?.at).toBe(at);
}

describe('mistakeIn', () => {
  it('finds none in TypeScript', () => {
    expect(mistakeIn('const f = <T>(a: T): T => { return a; };')).toBeUndefined();
  });

  it.each([
    'const a = ¦;',
    'export default function start() {\n  const a = ¦;\n}',
    'export default () => {\n  const a = ¦;\n};',
    "app.post('/', async () => {\n  const a = ¦;\n});",
    'all.map((a) => some.map((b: number) => {\n  c(¦;\n}));',
    'const f = <T>(a: T): T => {\n  b(¦;\n};',
    'const f = a ? (b) => {\n  c(¦;\n} : 1;',
    "const f = (a = b(')')) => {\n  c();\n};\nconst d = (¦;",
  ])('finds the place in %s', expectAt);

  it('keeps the first place when brackets in a string mislead it', () => {
    expect(mistakeIn('const f = (a = ")") => {\n  c(;\n};')).toBeDefined();
  });
});
