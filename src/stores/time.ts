import * as v from 'valibot';

/** Milliseconds since 1970, as far as a calendar goes: a file may hold any number. */
export const time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
