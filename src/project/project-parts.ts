import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { CatalogueEntry } from '#sandboxes/catalogue.ts';
import { checksTest } from './checks-test.ts';
import { PROJECT } from './project-files.ts';
import { projectReadme } from './project-readme.ts';

/**
 * What a project holds beside the learner's files, the lab and the checks, made while the site is built. Versions of packages
 * are those that the course itself is tested with.
 */
export async function projectParts({ exercise }: CatalogueEntry): Promise<readonly SourceFile[]> {
  const versions = await installedVersions();
  const isGraded = exercise.checks.length > 0;
  const readme = await readFile(resolve('sandboxes', exercise.id, 'README.md'), 'utf8');
  return [
    { path: 'README.md', text: projectReadme(exercise.title, readme, isGraded) },
    { path: 'package.json', text: json(packageOf(exercise.id, versions, isGraded)) },
    { path: 'tsconfig.json', text: json(TYPES) },
    { path: '.gitignore', text: 'node_modules/\n.course/\n' },
    { path: PROJECT, text: json({ exercise: exercise.id }) },
    ...(isGraded
      ? [
          { path: 'checks.test.ts', text: checksTest(exercise.mixes) },
          { path: 'course/can-test.mjs', text: CAN_TEST },
        ]
      : []),
  ];
}

type Versions = Readonly<Record<'vitest' | 'typescript' | 'sucrase' | '@types/node', string>>;

async function installedVersions(): Promise<Versions> {
  const { dependencies, devDependencies } = JSON.parse(await readFile(resolve('package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const of = (name: string) => {
    const version = dependencies[name] ?? devDependencies[name];
    if (version === undefined) throw new Error(`package.json names no ${name}, which every exercise's project needs.`);
    return version;
  };
  return {
    vitest: of('vitest'),
    typescript: of('typescript'),
    sucrase: of('sucrase'),
    '@types/node': of('@types/node'),
  };
}

function packageOf(id: string, versions: Versions, isGraded: boolean) {
  return {
    name: id,
    version: '1.0.0',
    private: true,
    license: 'MIT',
    type: 'module',
    engines: { node: '>=20' },
    workspaces: ['lab'],
    scripts: {
      start: 'node course/grader.mjs start',
      ...(isGraded
        ? {
            check: 'node course/grader.mjs check',
            replay: 'node course/grader.mjs replay',
            pretest: 'node course/can-test.mjs',
            test: 'vitest run',
          }
        : { replay: 'node course/grader.mjs replay' }),
      types: 'tsc',
    },
    devDependencies: {
      ...(isGraded ? { vitest: versions.vitest, '@types/node': versions['@types/node'] } : {}),
      sucrase: versions.sucrase,
      typescript: versions.typescript,
    },
  };
}

/** The learner's files alone: they see the lab's globals, not Node's and no page's. */
const TYPES = {
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
    skipLibCheck: true,
  },
  include: ['app/**/*.ts', 'lab/globals.d.ts'],
};

const CAN_TEST = `// Says what to do before npm test can work.
import { existsSync } from 'node:fs';

const INSTEAD = 'npm run check grades the same promises with nothing installed.';
const [major, minor] = process.versions.node.split('.').map(Number);
const problem =
  major < 22 || (major === 22 && minor < 12)
    ? \`npm test needs Node 22.12 or newer, and this is \${process.versions.node}. \${INSTEAD}\`
    : !existsSync('node_modules/vitest') && \`npm test needs vitest: run npm install once. \${INSTEAD}\`;
if (problem) {
  console.error(problem);
  process.exit(1);
}
`;

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
