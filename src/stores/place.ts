import * as v from 'valibot';
import { device } from './device.ts';
import type { DeviceStorage, Written } from './storage.ts';
import type { Format } from './stored-format.ts';
import { time } from './time.ts';

/** Where the learner left. Ids only: a page that is gone leads nowhere, and a part that is gone to the top of its page. */
export interface Place {
  readonly version: 1;
  /** A page's path below the site's address: "/lessons/outbox/". */
  readonly page: string;
  /** The id of a heading or of an exercise on it. */
  readonly part?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export const placeName = 'place';

export const placeFormat: Format<Place> = {
  what: 'The place where you left',
  version: 1,
  schema: v.object({
    version: v.literal(1),
    page: v.pipe(v.string(), v.regex(/^\/([\w-]+\/)*$/), v.maxLength(200)),
    part: v.exactOptional(v.pipe(v.string(), v.regex(/^[\w-]+$/), v.maxLength(200))),
    at: time,
  }),
};

export function leaveAt(place: Pick<Place, 'page' | 'part'>, storage: DeviceStorage = device): Written {
  return storage.write<Place>(placeName, { version: 1, ...place, at: Date.now() });
}

export function whereLeft(storage: DeviceStorage = device): Place | undefined {
  return storage.take(placeName, placeFormat);
}
