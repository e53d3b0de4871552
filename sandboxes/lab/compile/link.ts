import type { Problem } from 'lab/authoring';
import { isRelative, relative, resolve } from './resolve.ts';
import type { Import, Shape } from './shape.ts';

/** What can be imported beside the learner's own files, and which values each has. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  lab: ['table'],
  'node:timers/promises': ['default', 'setTimeout', 'setInterval', 'setImmediate', 'scheduler'],
  'node:events': ['default', 'EventEmitter', 'once'],
};

/** Everything about these modules' imports that would keep them from being linked, each with its remedy. */
export function linkProblems(modules: ReadonlyMap<string, Shape>): Problem[] {
  return [...modules].flatMap(([path, { imports }]) => imports.flatMap((wanted) => problemsOf(modules, path, wanted)));
}

function problemsOf(modules: ReadonlyMap<string, Shape>, path: string, wanted: Import): Problem[] {
  const { specifier, place } = wanted;
  if (!isRelative(specifier)) return packageProblems(wanted);
  const target = resolve(path, specifier);
  if (!modules.has(target)) return [{ ...place, message: missing([...modules.keys()], path, specifier) }];
  const values = exportsOf(modules, target);
  return wanted.names
    .filter(({ name }) => !values.has(name))
    .map(({ name, place }) => ({ ...place, message: notExported(modules, specifier, target, name, values) }));
}

function packageProblems({ specifier, place, names }: Import): Problem[] {
  const values = PACKAGES[specifier];
  if (values) {
    return names
      .filter(({ name }) => !values.includes(name))
      .map(({ name, place }) => ({
        ...place,
        message:
          specifier === 'lab'
            ? `“${name}” is no value of lab: if it is a type, write import type { ${name} } from 'lab'.`
            : `“${specifier}” has no ${name} here. It has ${values.join(', ')}.`,
      }));
  }
  const remedy = PACKAGES[`node:${specifier}`]
    ? `Write 'node:${specifier}'.`
    : `Your own files, ${Object.keys(PACKAGES).join(', ')} are there; everything else comes with start(platform).`;
  return [{ ...place, message: `There is no package “${specifier}” in the sandbox. ${remedy}` }];
}

function missing(paths: readonly string[], from: string, specifier: string): string {
  const target = resolve(from, specifier);
  const like = [target, `${target}.ts`, target.replace(/\.[cm]?js$/, '.ts'), `${target}/index.ts`];
  const meant = paths.find((path) => like.some((candidate) => candidate.toLowerCase() === path.toLowerCase()));
  if (meant === undefined) return `There is no file ${target}. There are ${paths.join(', ')}.`;
  const said = relative(from, meant);
  const why =
    meant.toLowerCase() === target.toLowerCase()
      ? 'Capital and small letters differ'
      : 'An import names the whole file, as in Node';
  return `There is no file ${target}. ${why}: write '${said}'.`;
}

function notExported(
  modules: ReadonlyMap<string, Shape>,
  specifier: string,
  target: string,
  name: string,
  values: ReadonlySet<string>,
): string {
  if (modules.get(target)?.types.has(name))
    return `“${name}” is a type, which is gone when the program runs: write import type { ${name} } from '${specifier}'.`;
  const offered = [...values].map((value) => (value === 'default' ? 'a default' : value)).join(', ');
  return `${target} exports no ${name === 'default' ? 'default' : `“${name}”`}. ${offered ? `It exports ${offered}.` : 'It exports nothing.'}`;
}

/** With what `export *` passes on, which never includes the default. */
function exportsOf(modules: ReadonlyMap<string, Shape>, path: string, seen = new Set<string>()): Set<string> {
  const values = new Set(modules.get(path)?.values);
  seen.add(path);
  for (const specifier of modules.get(path)?.stars ?? []) {
    const target = resolve(path, specifier);
    if (!seen.has(target))
      for (const name of exportsOf(modules, target, seen)) if (name !== 'default') values.add(name);
  }
  return values;
}

/** Modules that can be asked for an export while they are still being loaded, because imports lead back to them. */
export function inCycle(modules: ReadonlyMap<string, Shape>, path: string): boolean {
  const seen = new Set<string>();
  const leadsBack = (from: string): boolean =>
    (modules.get(from)?.imports ?? []).some(({ specifier }) => {
      const target = isRelative(specifier) ? resolve(from, specifier) : undefined;
      if (target === path) return true;
      if (target === undefined || seen.has(target)) return false;
      seen.add(target);
      return leadsBack(target);
    });
  return leadsBack(path);
}
