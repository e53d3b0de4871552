import type { CompiledModule, Problem, Program } from 'lab/authoring';
import { DEPLOYMENT, modulesOf, type Ready } from './modules.ts';

/** Says what is wrong in which file. */
export class CompileError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`).join('\n'));
    this.name = 'CompileError';
    this.problems = problems;
  }
}

/**
 * Learner files, path to text, as a program. For where code may be made from text; a worker without that uses `scripts`.
 * Throws a CompileError.
 */
export function compile(files: ReadonlyMap<string, string>): Program {
  const { ready, problems } = modulesOf(files);
  if (problems.length > 0) throw new CompileError(problems);
  return programOf(ready.map(evaluated));
}

/** What was compiled here, or registered by the scripts that were loaded. */
export function programOf(modules: readonly CompiledModule[]): Program {
  return { deployment: DEPLOYMENT, modules: new Map(modules.map((module) => [module.path, module])) };
}

function evaluated({ wrapped, late }: Ready): CompiledModule {
  const { path, scope, indent } = wrapped;
  return { path, scope, late, indent, body: fromText(wrapped) };
}

/** Indirect eval, unlike `new Function`, adds no lines of its own. */
// biome-ignore lint/security/noGlobalEval: running the learner's text is what this function is for
const evaluate = eval;

function fromText({ path, code, source }: Ready['wrapped']): CompiledModule['body'] {
  try {
    return evaluate(`${code}\n//# sourceURL=${path}`) as CompiledModule['body'];
  } catch (error) {
    // The parser lets some mistakes pass, mostly a name that is declared twice; V8 says which name, but not where.
    const message = (error as Error).message;
    const name = /'([^']+)'/.exec(message)?.[1];
    const declared = source.tokens.flatMap((_, i) =>
      source.at(i) === name && source.declares(i, 'anywhere') ? [i] : [],
    );
    throw new CompileError([
      { ...source.place(declared[1] ?? declared[0] ?? 0), message: `This is not JavaScript: ${message}.` },
    ]);
  }
}
