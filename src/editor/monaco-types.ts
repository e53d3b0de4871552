import { ModuleKind, ScriptTarget, typescriptDefaults } from 'monaco-editor/languages/features/typescript/register';
import type { SourceFile } from '#exercise/exercise-data.ts';

/** Paths of the lab, such as `lab/broker.ts`, lie where a package would; all other files are the exercise's own. */
export function isPackageFile(path: string): boolean {
  return path.startsWith('lab/');
}

export const packagesUri = 'file:///node_modules/';

/** Lets the editor check types as the downloaded project would: strictly, on Node's simulated globals, without a page. */
export function checkTypes(types: readonly SourceFile[]): void {
  typescriptDefaults.setCompilerOptions({
    target: ScriptTarget.ESNext,
    module: ModuleKind.ESNext,
    moduleResolution: bundler,
    lib: ['es2023'],
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    noUncheckedIndexedAccess: false,
    allowNonTsExtensions: true,
    moduleDetection: everyFileIsModule,
  });
  typescriptDefaults.setEagerModelSync(true);
  typescriptDefaults.setExtraLibs(types.map(({ path, text }) => ({ filePath: packagesUri + path, content: text })));
}

/** TypeScript's own numbers for what Monaco's enumerations do not name. */
const bundler: number = 100;
const everyFileIsModule: number = 3;
