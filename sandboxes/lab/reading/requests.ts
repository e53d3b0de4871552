import type { Of, Trace } from 'lab/authoring';
import { is } from './entries.ts';

/** A request of somebody outside, with its answer where one came. */
export interface Asked {
  readonly call: Of<'called'>;
  readonly answer: Of<'answered'> | undefined;
  /** Whether the answer says yes: a status of 2xx. */
  readonly accepted: boolean;
  readonly answerMs: number;
}

/** What customers asked for with this method, in the order of asking. */
export function customersAsked(trace: Trace, method: 'GET' | 'POST'): readonly Asked[] {
  const answers = new Map(trace.filter(is('answered')).map((entry) => [entry.call, entry]));
  return trace
    .filter(is('called'))
    .filter((call) => call.from === 'customer' && call.method === method)
    .map((call) => {
      const answer = answers.get(call.call);
      const accepted = answer !== undefined && answer.status >= 200 && answer.status < 300;
      return { call, answer, accepted, answerMs: answer ? answer.at - call.at : Number.POSITIVE_INFINITY };
    });
}

/** `ada@example.org` is Ada; an address that no scenario used is nobody in particular. */
export function customerName(email: string): string {
  const [, name] = email.match(/^([a-z]+\d*)@example\.org$/) ?? [];
  return name === undefined ? 'A customer' : name.charAt(0).toUpperCase() + name.slice(1);
}
