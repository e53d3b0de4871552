// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test are TypeScript with templates.
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { scan, type TokenKind } from './scan.ts';

const root = new URL('../../', import.meta.url);
const files = globSync('sandboxes/**/*.ts', { cwd: root }).map(
  (path) => [path, readFileSync(new URL(path, root), 'utf8')] as const,
);

describe('the scanner', () => {
  it('finds the files it is tried on', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)('loses no character of %s', (_, source) => {
    expect(
      scan(source)
        .map((line) => line.map((token) => token.text).join(''))
        .join('\n'),
    ).toBe(source);
  });

  it.each(files)('sees the comments and strings of %s where the compiler sees them', (_, source) => {
    expect(kinds(source)).toEqual(compilerKinds(source));
  });

  it.each([
    ['a regular expression with quotes', 'const x = /[\'"/]+/.test(y)', ['/[\'"/]+/']],
    ['a division', 'const x = a / b / c', []],
    ['a division after a call', "f() / 2 + 'a'", ["'a'"]],
    ['a template in a template', '`a ${`b ${c}`} d`', ['`a ', '`b ', '`', ' d`']],
    ['an object in a template', "`a ${f({ b: 'c' })} d`", ['`a ', "'c'", ' d`']],
    ['a template whose text is a brace', "`${a}{`, `}${b}`, 'c'", ['`', '{`', '`}', '`', "'c'"]],
    ['a string that never ends', "const x = 'abc", ["'abc"]],
    ['an escaped quote', "'it\\'s' + 1", ["'it\\'s'"]],
  ])('reads %s', (_, source, strings) => {
    const found = scan(source).flatMap((line) =>
      line.filter((token) => token.kind === 'string').map((token) => token.text),
    );
    expect(found).toEqual(strings);
  });

  it('carries a comment and a template over lines', () => {
    const lines = scan('/* one\n two */ const a = `three\n${b} four`');
    expect(lines.map((line) => line.map((token) => token.kind))).toEqual([
      ['comment'],
      ['comment', 'plain', 'keyword', 'plain', 'string'],
      ['plain', 'string'],
    ]);
  });

  it.each([
    ["import type { Order } from './schema.ts';", ['import', 'type', 'from']],
    ["const event = { type: 'x', from: 'y', default: 1 };", ['const']],
    ['await database.delete(orders, { id }); promise.catch(f);', ['await']],
    ['export default { tables } satisfies Deployment;', ['export', 'default', 'satisfies']],
    ['for (const row of rows as Row[]) delete row.id;', ['for', 'const', 'of', 'as', 'delete']],
    ['app.post(path, async (request) => {', ['async']],
    ['switch (a) { default: return of(type); }', ['switch', 'default', 'return']],
  ])('tells keywords from names in %s', (source, keywords) => {
    const found = scan(source).flatMap((line) =>
      line.filter((token) => token.kind === 'keyword').map((token) => token.text),
    );
    expect(found).toEqual(keywords);
  });

  it('gives an event type the pen of the process that publishes it', () => {
    const events = (source: string) => scan(source).flatMap((line) => line.filter((token) => token.kind === 'event'));
    expect(events("publish('order.created', x); subscribe('stock.*')")).toEqual([
      { kind: 'event', text: "'order.created'", pen: 'orders' },
      { kind: 'event', text: "'stock.*'", pen: 'stock' },
    ]);
    expect(events("f('./orders.ts', 'orders.ts', 'order', 'A.b', 'ada@example.org', 'node:events')")).toEqual([]);
    expect(events("f('constructor.called')")).toEqual([{ kind: 'event', text: "'constructor.called'" }]);
  });

  it.each([
    '/'.repeat(20_000),
    "'".repeat(20_000),
    '`${'.repeat(5_000),
    '/['.repeat(10_000),
    'a.'.repeat(20_000),
    '\\'.repeat(20_000),
  ])('comes to an end on a hostile line', (line) => {
    expect(
      scan(line)
        .flat()
        .map((token) => token.text)
        .join(''),
    ).toBe(line);
  });
});

/** One letter for each character that is no white space: comment, string, or something else. */
function kinds(source: string): string {
  const letters: Readonly<Record<TokenKind, string>> = {
    comment: 'c',
    string: 's',
    event: 's',
    plain: '.',
    keyword: '.',
  };
  return scan(source)
    .map((line) => line.map(({ kind, text }) => text.replace(/\s/g, '').replace(/./gu, letters[kind])).join(''))
    .join('\n');
}

function compilerKinds(source: string): string {
  const letters: string[] = [...source].map((character) =>
    character === '\n' ? '\n' : /\s/.test(character) ? '' : '.',
  );
  const set = (from: number, to: number, letter: string) => {
    for (let index = from; index < to; index += 1) if (letters[index] === '.') letters[index] = letter;
  };
  const tree = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    for (const range of [
      ...(ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source, node.getEnd()) ?? []),
    ]) {
      if (!ts.isTemplateLiteralToken(node) && node.kind !== ts.SyntaxKind.TemplateSpan) set(range.pos, range.end, 'c');
    }
    const start = node.getStart(tree);
    if (ts.isStringLiteral(node) || ts.isRegularExpressionLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      set(start, node.getEnd(), 's');
    if (ts.isTemplateHead(node)) set(start, node.getEnd() - 2, 's');
    if (ts.isTemplateMiddle(node)) set(start + 1, node.getEnd() - 2, 's');
    if (ts.isTemplateTail(node)) set(start + 1, node.getEnd(), 's');
    for (const child of node.getChildren(tree)) visit(child);
  };
  visit(tree);
  return letters.join('');
}
