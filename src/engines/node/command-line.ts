import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export type Command =
  | { readonly kind: 'start'; readonly plain: boolean }
  | { readonly kind: 'check'; readonly plain: boolean; readonly depth: 'check' | 'deep' }
  /** `words` say which story. */
  | { readonly kind: 'replay'; readonly plain: boolean; readonly words: readonly string[] };

/** Reads it. Throws with a sentence that says what is known when there is anything else: nothing is passed over. */
export function readCommand(words: readonly string[], environment: NodeJS.ProcessEnv, isGraded: boolean): Command {
  const { values, positionals } = parseArgs({
    // Some package managers hand their own -- on.
    args: words.filter((word) => word !== '--'),
    options: { deep: { type: 'boolean' }, plain: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
  });
  const [kind = '', ...rest] = positionals;
  const usage = usageOf(isGraded);
  if (!isKnown(kind)) throw new Error(kind === '' ? usage : `There is no command “${kind}”. ${usage}`);
  const { options, takesWords } = KNOWN[kind];
  const given = Object.entries(values).map(([name, value]) => asWritten(name, value));
  const unknown = [...given.filter((option) => !options.includes(option)), ...(takesWords ? [] : rest)];
  if (unknown.length > 0) throw new Error(`${kind} does not know ${unknown.map(inQuotes).join(', ')}. ${usage}`);
  const kept = options.find((option) => environment[`npm_config_${option.slice(2)}`] === 'true');
  if (kept) throw new Error(`npm has kept ${kept} for itself: write -- before it. ${usage}`);
  const plain = values.plain === true;
  if (kind === 'replay') return { kind, plain, words: rest };
  return kind === 'check' ? { kind, plain, depth: values.deep ? 'deep' : 'check' } : { kind, plain };
}

/** What can be asked for, as it is typed. */
export function usageOf(isGraded: boolean): string {
  const commands = isGraded
    ? ['npm start', 'npm run check', 'npm run check -- --deep', 'npm run replay -- <check> "<schedule>"']
    : ['npm start', 'npm run replay -- "<schedule>"'];
  return [
    'Use one of these; add --plain (npm start -- --plain) for sentences without drawings:',
    ...commands.map((command) => `  ${command}`),
  ].join('\n');
}

interface Known {
  readonly options: readonly string[];
  readonly takesWords: boolean;
}

const KNOWN: Readonly<Record<Command['kind'], Known>> = {
  start: { options: ['--plain'], takesWords: false },
  check: { options: ['--deep', '--plain'], takesWords: false },
  replay: { options: ['--plain'], takesWords: true },
};

const isKnown = (kind: string): kind is Command['kind'] => Object.hasOwn(KNOWN, kind);

function asWritten(name: string, value: unknown): string {
  const option = `${name.length === 1 ? '-' : '--'}${name}`;
  return value === true ? option : `${option}=${value}`;
}

const inQuotes = (word: string): string => `“${word}”`;
