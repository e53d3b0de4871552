import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Trims Monaco in a build. Give it to the pages and to their workers: `plugins` and `worker.plugins`. */
export function trimMonaco(): Plugin[] {
  return [styleFromScript(), chosenFeatures(), oneTypeScriptWorker(), noPageTypes()];
}

/**
 * The modules of Monaco that the editor imports, for `optimizeDeps.include`: the development server prepares them in advance.
 * Found late, they would make it reload the page in the middle of a lesson.
 */
export const monacoEntries: string[] = findEntries();

function findEntries(): string[] {
  const folder = new URL('../editor/', import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.startsWith('monaco-') && name.endsWith('.ts'));
  const found = sources.flatMap((name) => [
    ...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(monaco-editor\/[^'?]+)';/g),
  ]);
  return [...new Set(found.flatMap(([, entry]) => entry ?? []))].sort();
}

const inMonaco = (id: string | undefined) => id?.includes('/monaco-editor/esm/') === true;

/**
 * Monaco's styles come with its script, when somebody is about to edit. Left alone they become a stylesheet of 175 kB in the
 * page's head, which every reader would wait for.
 */
function styleFromScript(): Plugin {
  const prefix = '\0monaco-style:';
  return {
    name: 'monaco-style',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith('.css') || !inMonaco(importer)) return undefined;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${prefix}${found.id}.js`;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const file = id.slice(prefix.length, -'.js'.length);
      return `import text from ${JSON.stringify(`${file}?inline`)};
const style = document.createElement('style');
style.textContent = text;
document.head.append(style);`;
    },
  };
}

/** `monaco-setup.ts` names the features we want; the module that starts workers would bring in all the others after them. */
function chosenFeatures(): Plugin {
  return {
    name: 'monaco-chosen-features',
    apply: 'build',
    transform(code, id) {
      if (!inMonaco(id) || !id.endsWith('/internal/common/workers.js')) return undefined;
      const trimmed = code.replace(/^import '[^']+';$/gm, '');
      if (trimmed === code) throw new Error(`${id} brings in no features any more: remove this plugin.`);
      return { code: trimmed, map: null };
    },
  };
}

/** The editor starts its workers itself (`monaco-setup.ts`); this second way would put 7 MB beside the first. */
function oneTypeScriptWorker(): Plugin {
  return {
    name: 'monaco-one-worker',
    apply: 'build',
    transform(code, id) {
      if (!inMonaco(id) || !id.endsWith('/workerManager.js')) return undefined;
      const trimmed = code.replace(/createWorker: \(\) => new Worker\(.*\),/, '');
      if (trimmed === code) throw new Error(`${id} starts no worker of its own any more: remove this plugin.`);
      return { code: trimmed, map: null };
    },
  };
}

/** Learner code runs where there is no page, so the types of one would be megabytes of wrong completions. */
function noPageTypes(): Plugin {
  return {
    name: 'monaco-no-page-types',
    apply: 'build',
    async load(id) {
      if (!inMonaco(id) || !id.endsWith('/typescript/lib/lib.js')) return undefined;
      const { libFileMap } = (await import(pathToFileURL(id).href)) as { libFileMap: Readonly<Record<string, string>> };
      const kept = Object.entries(libFileMap).filter(([name]) => !/\.(?:dom|webworker|scripthost|full)\b/.test(name));
      if (kept.length === 0) throw new Error(`${id} has none of the names this plugin knows: look at it again.`);
      return `export const libFileMap = ${JSON.stringify(Object.fromEntries(kept))};`;
    },
  };
}
