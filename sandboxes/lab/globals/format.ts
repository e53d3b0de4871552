import { machine } from '#world/machine.ts';

/** What `console` prints for these values: near to Node's, always the same, whatever the values do when they are looked at. */
export function format(values: readonly unknown[]): string {
  const text = texts(values).join(' ');
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS)}… (${text.length - MOST_CHARACTERS} more characters)`;
}

const MOST_CHARACTERS = 4_000;
const MOST_ITEMS = 100;
const DEEPEST = 4;

function texts(values: readonly unknown[]): string[] {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || !/%[sdifjoO%]/.test(first) || rest.length === 0) return values.map(shown);
  const filled = first.replace(/%[sdifjoO%]/g, (directive) => {
    if (directive === '%%') return '%';
    return rest.length === 0 ? directive : filling(directive, rest.shift());
  });
  return [filled, ...rest.map(shown)];
}

function filling(directive: string, value: unknown): string {
  if (directive === '%s') return shown(value);
  if (directive === '%d' || directive === '%f')
    return typeof value === 'object' || typeof value === 'symbol' ? 'NaN' : String(Number(value));
  if (directive === '%i')
    return typeof value === 'object' || typeof value === 'symbol' ? 'NaN' : String(Math.trunc(Number(value)));
  return inspect(value, [], 0);
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : inspect(value, [], 0));

function inspect(value: unknown, inside: readonly object[], depth: number): string {
  try {
    return looked(value, inside, depth);
  } catch {
    return '[cannot be shown]'; // a proxy or a toString that throws
  }
}

function looked(value: unknown, inside: readonly object[], depth: number): string {
  switch (typeof value) {
    case 'string':
      return `'${value}'`;
    case 'bigint':
      return `${value}n`;
    case 'function':
      return `[Function${typeof value.name === 'string' && value.name !== '' ? `: ${value.name}` : ' (anonymous)'}]`;
    case 'object':
      return value === null ? 'null' : ofObject(value, inside, depth);
    default:
      return Object.is(value, -0) ? '-0' : String(value);
  }
}

function ofObject(value: object, inside: readonly object[], depth: number): string {
  if (value instanceof Error) return ofError(value, inside, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp || value instanceof machine.URL) return String(value);
  if (value instanceof Promise) return 'Promise { … }';
  if (inside.includes(value)) return '[Circular]';
  if (depth > DEEPEST) return Array.isArray(value) ? '[Array]' : '[Object]';
  const within = [...inside, value];
  const show = (item: unknown) => inspect(item, within, depth + 1);
  if (Array.isArray(value)) return enclosed('[', value.map(show), ']');
  if (value instanceof Map)
    return enclosed(
      `Map(${value.size}) {`,
      [...value].map(([key, item]) => `${show(key)} => ${show(item)}`),
      '}',
    );
  if (value instanceof Set) return enclosed(`Set(${value.size}) {`, [...value].map(show), '}');
  return enclosed(`${className(value)}{`, properties(value, show), '}');
}

/** Without the stack, which differs from one machine to the next. */
function ofError(error: Error, inside: readonly object[], depth: number): string {
  const code = (error as { code?: unknown }).code;
  const cause =
    error.cause === undefined || depth > DEEPEST
      ? ''
      : ` [cause: ${inspect(error.cause, [...inside, error], depth + 1)}]`;
  return `${error.name}: ${error.message}${typeof code === 'string' ? ` (${code})` : ''}${inside.includes(error) ? '' : cause}`;
}

/** A getter is named and not asked: asking could change something. */
function properties(value: object, show: (item: unknown) => string): string[] {
  return Object.keys(value).map((name) => {
    const { get, set, value: item } = Object.getOwnPropertyDescriptor(value, name) ?? {};
    const text = get ? (set ? '[Getter/Setter]' : '[Getter]') : set ? '[Setter]' : show(item);
    return `${/^[\w$]+$/.test(name) ? name : `'${name}'`}: ${text}`;
  });
}

function className(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  if (prototype === null) return '[Object: null prototype] ';
  const name = prototype.constructor?.name;
  return typeof name !== 'string' || name === 'Object' || name === '' ? '' : `${name} `;
}

function enclosed(open: string, items: readonly string[], close: string): string {
  if (items.length === 0) return open + close;
  const more = items.length > MOST_ITEMS ? [`… ${items.length - MOST_ITEMS} more items`] : [];
  return `${open} ${[...items.slice(0, MOST_ITEMS), ...more].join(', ')} ${close}`;
}
