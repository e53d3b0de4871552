import { committed, customersAsked, type Trace } from 'lab/authoring';

/** What one order came to, and how many have reacted to it. */
export interface CameOfIt {
  /** `refused`: the customer got no order. `lost`: she got one, and somebody who should have reacted never did. */
  readonly kind: 'refused' | 'lost' | 'done';
  readonly reactions: number;
}

/** Of a play of the five ways. */
export function whatCameOfIt(trace: Trace, readers: number): CameOfIt {
  const reactions = committed(trace, 'reactions').length;
  const isAccepted = customersAsked(trace, 'POST').some(({ accepted }) => accepted);
  return { kind: !isAccepted ? 'refused' : reactions < readers ? 'lost' : 'done', reactions };
}
