import type { Occurrence } from './occurrence.ts';

/** Who, and the rest of the sentence from its verb on, without the full stop. */
export interface Sentence {
  readonly who: string;
  readonly does: string;
}

export type Some<K extends Occurrence['kind']> = Extract<Occurrence, { readonly kind: K }>;

/** Who, inside a sentence. */
export const lowerFirst = (text: string): string =>
  text.startsWith('The ') || text.startsWith('Another ') ? text[0]!.toLowerCase() + text.slice(1) : text;
