import { committed, customersAsked, type Trace } from 'lab/authoring';

/** What one order came to, and how many have reacted to it. */
export interface CameOfIt {
  /**
   * `refused`: the customer got no order. `lost`: she got one, and somebody who should have reacted never did. `nobody`: she
   * got one, and there was nobody who should react.
   */
  readonly kind: 'refused' | 'lost' | 'done' | 'nobody';
  readonly reactions: number;
}

/** Of a play of the five ways. */
export function whatCameOfIt(trace: Trace, readers: number): CameOfIt {
  const reactions = committed(trace, 'reactions').length;
  const isAccepted = customersAsked(trace, 'POST').some(({ accepted }) => accepted);
  if (!isAccepted) return { kind: 'refused', reactions };
  if (readers === 0) return { kind: 'nobody', reactions };
  return { kind: reactions < readers ? 'lost' : 'done', reactions };
}
