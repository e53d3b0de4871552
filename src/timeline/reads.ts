import type { Of } from 'lab/authoring';
import type { StoryWindow } from './story.ts';
import type { Subjects } from './subjects.ts';
import type { TraceIndex } from './trace-index.ts';

/** What a page showed, short enough to stand in quotation marks. */
export function shownBy(answer: Of<'answered'>): string {
  if (answer.status === 404) return 'not found';
  if (answer.status >= 300) return `${answer.status}`;
  const body = answer.body;
  if (typeof body !== 'object' || body === null) return short(String(body));
  const fields = Object.entries(body);
  const told = TELLING.map((name) => fields.find(([key, value]) => key === name && isPlain(value))).find(
    (field) => field !== undefined,
  );
  if (told) return short(String(told[1]));
  if (Array.isArray(body))
    return body.length === 0 ? 'nothing' : `${body.length} ${body.length === 1 ? 'row' : 'rows'}`;
  const list = fields.find(([, value]) => Array.isArray(value));
  if (list) return counted((list[1] as unknown[]).length, list[0]);
  const plain = fields.find(([key, value]) => !/id$/i.test(key) && isPlain(value));
  return plain ? short(`${plain[0]} ${String(plain[1])}`) : 'an empty page';
}

/**
 * Out of date when it was shown: a committed row of the same subject said otherwise by the time of the request, or the
 * window had closed and a later read of the same page shows something else, or the page knew nothing of what was committed.
 */
export function isStale(
  answer: Of<'answered'>,
  call: Of<'called'>,
  index: TraceIndex,
  subjects: Subjects,
  windows: readonly StoryWindow[],
): boolean {
  const about = subjects.of(answer.seq);
  const rows = rowsBefore(call, index, about, subjects);
  if (contradicts(answer, rows)) return true;
  if (isNewest(answer, rows)) return false;
  const closed = windows.some(
    (w) => w.closes !== undefined && w.closes < call.seq && subjects.of(w.opens).some((key) => about.includes(key)),
  );
  if (!closed) return false;
  const later = lastAnswerTo(call.path, index);
  return later !== undefined && later.seq > answer.seq && shownBy(later) !== shownBy(answer);
}

type Row = Readonly<Record<string, unknown>>;

/** What had been committed of this page's subject by the time of the request. */
function rowsBefore(
  call: Of<'called'>,
  index: TraceIndex,
  about: readonly string[],
  subjects: Subjects,
): readonly Row[] {
  const rows: Row[] = [];
  for (let seq = 0; seq < call.seq; seq++) {
    const entry = index.trace[seq];
    if (entry?.kind !== 'committed' || !subjects.of(seq).some((key) => about.includes(key))) continue;
    for (const { op, row } of entry.changes) {
      if (op !== 'delete' && typeof row.id === 'string' && call.path.includes(row.id)) rows.push(row);
    }
  }
  return rows;
}

/** What has changed stands on the page as it was left: a later look that shows less was given an older copy. */
function isNewest({ body }: Of<'answered'>, rows: readonly Row[]): boolean {
  const newest = rows.at(-1);
  if (!newest || typeof body !== 'object' || body === null) return false;
  const changed = Object.entries(body).filter(
    ([name, value]) => isPlain(value) && rows.some((row) => name in row && row[name] !== newest[name]),
  );
  return changed.length > 0 && changed.every(([name, value]) => newest[name] === value);
}

/** The page showed what a committed row said before, and no longer says; or it had never heard of the row. */
function contradicts(answer: Of<'answered'>, rows: readonly Row[]): boolean {
  const newest = rows.at(-1);
  if (!newest) return false;
  if (answer.status === 404) return true;
  if (typeof answer.body !== 'object' || answer.body === null) return false;
  return Object.entries(answer.body).some(
    ([name, value]) => isPlain(value) && newest[name] !== value && rows.some((row) => row[name] === value),
  );
}

function lastAnswerTo(path: string, index: TraceIndex): Of<'answered'> | undefined {
  for (let seq = index.trace.length - 1; seq >= 0; seq--) {
    const entry = index.trace[seq];
    if (entry?.kind !== 'answered') continue;
    const call = index.called.get(entry.call);
    if (call?.method === 'GET' && call.path === path) return entry;
  }
  return undefined;
}

const counted = (number: number, plural: string): string =>
  `${number} ${number === 1 ? plural.replace(/s$/, '') : plural}`;

/** What a reader looks at first. */
const TELLING = ['confirmation', 'status', 'state', 'message', 'text'];

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const short = (text: string): string => (text.length > 32 ? `${text.slice(0, 31).trimEnd()}…` : text);
