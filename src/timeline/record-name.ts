import type { Of } from 'lab/authoring';

/** What a record of a log is called: by the event in it, where its body names one, or else by its log. */
export function recordName({ body, log }: Of<'appended'>): string {
  if (typeof body !== 'object' || body === null) return log;
  const named = NAMES.map((name) => (body as Readonly<Record<string, unknown>>)[name]);
  return named.find((value): value is string => typeof value === 'string' && EVENT.test(value)) ?? log;
}

const NAMES = ['type', 'event', 'topic', 'name'];
/** Words with dots between, as topics are; a customer may have a name, too. */
const EVENT = /^[a-z][\w-]{0,30}(\.[\w-]{1,30}){1,4}$/i;
