import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { inlineScript } from './inline-script.ts';

describe('a script as it stands in a page', () => {
  test('is without lines that are only for those who read its file', () => {
    expect(inlineScript('// Why.\n{\n  // How.\n  act();\n\n}\n')).toBe('{\nact();\n}');
  });

  test('keeps what looks like a comment behind code', () => {
    expect(inlineScript("  go('https://a.example'); // there\n")).toBe("go('https://a.example'); // there");
  });

  for (const file of ['before-paint.js', 'after-paint.js'])
    test(`of ${file} is still a script, and shorter`, () => {
      const source = readFileSync(new URL(file, import.meta.url), 'utf8');
      const short = inlineScript(source);
      expect(() => new Script(short)).not.toThrow();
      expect(short.length).toBeLessThan(source.length);
    });
});
