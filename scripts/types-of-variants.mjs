/**
 * Type-checks every program that an exercise holds (starter, solution, alternatives, what is shown, each wrong solution
 * laid over its base) as a learner's project: against the lab's types, without Node and without a DOM. Ends with 1 and the files' own
 * names when something does not hold. Works in `.variants/`, which git ignores.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exercises } from '../sandboxes/catalogue.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const place = join(root, '.variants', 'types');

const LEARNERS_PROJECT = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    module: 'esnext',
    moduleResolution: 'bundler',
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noImplicitReturns: true,
  },
  include: ['**/*.ts', '../../sandboxes/lab/globals.d.ts'],
};

try {
  const variants = (await exercises(join(root, 'sandboxes'))).flatMap(variantsOf);
  await layOut(variants);
  const problems = check(variants);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  console.log(`${variants.length} variants hold their types.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Each with the folders, relative to its exercise, that its files come from: the first that has a file wins. */
function variantsOf({ exercise, starter, solution, alternatives, wrong, shown }) {
  const variant = (files, ...folders) => ({ exercise: exercise.id, files, folders });
  return [
    variant(starter, 'starter'),
    variant(solution, 'solution'),
    ...alternatives.map(({ slug, files }) => variant(files, `alternative/${slug}`)),
    ...shown.map(({ slug, files }) => variant(files, `shown/${slug}`)),
    ...wrong.map(({ slug, files, over }) => variant(files, `wrong/${slug}`, over)),
  ];
}

async function layOut(variants) {
  await rm(place, { recursive: true, force: true });
  for (const { exercise, files, folders } of variants) {
    for (const { path, text } of files) {
      const target = join(place, exercise, folders[0], path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  }
  await writeFile(join(place, 'tsconfig.json'), JSON.stringify(LEARNERS_PROJECT, null, 2));
}

/** The compiler's complaints, each under the name of the file that has to be mended. */
function check(variants) {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout, error } = spawnSync(process.execPath, [compiler, '-p', place, '--pretty', 'false'], {
    cwd: place,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status === 0) return [];
  const sources = new Map(variants.flatMap(sourcesOf));
  const named = stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [, path] = line.match(/^([^\s(]+)\(\d+,\d+\): /) ?? [];
      const source = path === undefined ? undefined : sources.get(path);
      return source === undefined ? line : `${source}${line.slice(path.length)}`;
    });
  return [...new Set(named)];
}

function sourcesOf({ exercise, files, folders }) {
  return files.map(({ path }) => {
    const folder = folders.find((each) => existsSync(join(root, 'sandboxes', exercise, each, path))) ?? folders[0];
    return [`${exercise}/${folders[0]}/${path}`, `sandboxes/${exercise}/${folder}/${path}`];
  });
}
