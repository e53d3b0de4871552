import * as v from 'valibot';

/** An exercise's check, as a page carries it to an element that speaks of it. */
export type NamedCheck = v.InferOutput<typeof schema>;

const schema = v.object({ id: v.string(), title: v.string() });

export function writeNamedChecks(checks: readonly NamedCheck[]): string {
  return JSON.stringify(checks.map(({ id, title }) => ({ id, title })));
}

/** What a page's own markup holds. Throws when it is something else. */
export function parseNamedChecks(text: string): readonly NamedCheck[] {
  return v.parse(v.array(schema), JSON.parse(text));
}
