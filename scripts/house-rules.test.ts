import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** Each layer may import the ones before it, never the ones after it. */
const LAYERS = [
  'exercise',
  'project',
  'timeline',
  'grading',
  'engines',
  'stores',
  'elements',
  'components',
  'layouts',
  'pages',
];
/** Beside the layers: what each of these may know of `src/`. */
const ASIDE: Readonly<Record<string, readonly string[]>> = {
  editor: ['exercise'],
  styles: [],
  build: ['exercise', 'project', 'engines', 'offline'],
  offline: [],
};

/** What the lab's own files may import: each other, by the names in its package.json, and the library that strips types. */
const LAB =
  /^(\.\.?\/|#(?:broker|compile|database|explore|globals|logs|network|processes|reading|world)\/|lab($|\/)|sucrase($|\/))/;

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
const code = files.filter((file) => /\.(ts|mjs|astro|mdx)$/.test(file) && existsSync(file));
const shipped = code.filter((file) => !/\.(test|spec)\.ts$/.test(file));
const imports: readonly Import[] = code.flatMap((file) =>
  [
    ...read(file).matchAll(
      /^\s*(?:import|export)\b[^'"`;]*?from\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map((found) => ({ file, specifier: (found[1] ?? found[2] ?? found[3])! })),
);

describe('layers', () => {
  test('on the site, imports go one way', () => {
    expect(imports.filter((each) => isUphill(each)).map(told)).toEqual([]);
  });

  test('elements never import engines: a store stands between them', () => {
    expect(
      imports
        .filter((each) => each.file.startsWith('src/elements/') && each.specifier.startsWith('#engines/'))
        .map(told),
    ).toEqual([]);
  });

  test('the lab knows nothing but itself and the library that strips types', () => {
    const foreign = inFolder('sandboxes/lab/').filter((each) => !LAB.test(each.specifier));
    expect(foreign.map(told)).toEqual([]);
  });

  test('exercises know the lab and nothing of the site', () => {
    const foreign = inFolder('sandboxes/').filter(
      (each) => !each.file.startsWith('sandboxes/lab/') && /^(#(?!sandboxes\/)|astro|.*\/src\/)/.test(each.specifier),
    );
    expect(foreign.map(told)).toEqual([]);
  });

  test('content holds words and imports nothing', () => {
    expect(imports.filter((each) => each.file.startsWith('content/')).map(told)).toEqual([]);
  });

  test('within a folder imports are relative, across folders they are named', () => {
    const lost = imports.filter((each) => /^\.\.\//.test(each.specifier) && leavesItsRoom(each));
    expect(lost.map(told)).toEqual([]);
  });
});

describe('tidiness', () => {
  test('no test is skipped, unless something is not there, focused or promised for later', () => {
    expect(lines(code, /\b(?:it|test|describe)\.(?:skip\b(?!\(!)|(?:only|todo|fixme)\b)/)).toEqual([]);
  });

  test('no check of the compiler or the linter is silenced without a reason', () => {
    expect(lines(code, /@ts-(?:ignore|nocheck)|\bas any\b|biome-ignore[^:]*$/)).toEqual([]);
  });

  test('nothing waits a fixed time in a browser', () => {
    expect(lines(code, /waitForTimeout\(/)).toEqual([]);
  });

  test('a file holds one idea: at most 260 lines', () => {
    const long = shipped.filter((file) => read(file).split('\n').length > 260);
    expect(long).toEqual([]);
  });

  test('no path of one machine is written down', () => {
    expect(lines(code, /(?:^|[^\w./])\/(?:work|root|home|Users)\/\w/)).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function inFolder(folder: string): readonly Import[] {
  return imports.filter((each) => each.file.startsWith(folder) && shipped.includes(each.file));
}

function layerOf(path: string): string | undefined {
  return path.match(/^(?:src\/|#)(\w+)\//)?.[1];
}

function isUphill({ file, specifier }: Import): boolean {
  const from = file.startsWith('src/') ? layerOf(file) : undefined;
  const to = layerOf(specifier);
  if (
    from === undefined ||
    to === undefined ||
    from === to ||
    to === 'sandboxes' ||
    to === 'content' ||
    to === 'styles'
  )
    return false;
  const allowed = ASIDE[from];
  if (allowed) return !allowed.includes(to);
  if (to === 'editor') return LAYERS.indexOf(from) < LAYERS.indexOf('elements');
  return !LAYERS.includes(to) || LAYERS.indexOf(to) > LAYERS.indexOf(from);
}

/** A room is a folder of `src/`, the lab, or an exercise. */
function leavesItsRoom({ file, specifier }: Import): boolean {
  if (!file.startsWith('src/')) return false;
  const folders = file.split('/').slice(0, -1);
  const up = specifier.match(/\.\.\//g)?.length ?? 0;
  return folders.length - up < 2;
}

function told({ file, specifier }: Import): string {
  return `${file} imports ${specifier}`;
}

function lines(among: readonly string[], pattern: RegExp): readonly string[] {
  return among
    .filter((file) => file !== 'scripts/house-rules.test.ts')
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    );
}
