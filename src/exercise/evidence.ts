import * as v from 'valibot';

/** One thing that shows an outcome, as a page carries it to the element that fills it. */
export type Evidence = v.InferOutput<typeof schema>;

const schema = v.variant('kind', [
  /** `heldAtFirst`: the starter holds it already, so that it shows something once the exercise is solved. */
  v.object({
    kind: v.literal('check'),
    exercise: v.string(),
    check: v.string(),
    heldAtFirst: v.exactOptional(v.literal(true)),
  }),
  v.object({ kind: v.literal('break-it'), id: v.string() }),
  v.object({ kind: v.literal('prediction'), id: v.string(), right: v.string() }),
  /** `right`: the options that are right, by the question's id. */
  v.object({ kind: v.literal('quiz'), right: v.record(v.string(), v.array(v.string())) }),
]);

/** What a page's own markup holds. Throws when it is something else. */
export function parseEvidence(text: string): Evidence {
  return v.parse(schema, JSON.parse(text));
}
