import type { ReadableAtom } from 'nanostores';
import * as v from 'valibot';
import { device } from './device.ts';
import { createRecord } from './record.ts';
import type { DeviceStorage, Written } from './storage.ts';
import type { Format } from './stored-format.ts';

export interface PreferenceValues {
  readonly theme: 'system' | 'light' | 'dark';
  /** `automatic` is the plain editor on a device without a mouse, and Monaco everywhere else. */
  readonly editor: 'automatic' | 'monaco' | 'plain';
  /** The learner told the editor that a screen reader is in use; `false` leaves it to the browser. */
  readonly screenReader: boolean;
  /** The code's share of the sandbox's width, 0.2 to 0.8. */
  readonly split: number;
  /** What is to run learner code; `not chosen` leaves it to the site. */
  readonly engine: 'not chosen' | 'embedded' | 'webcontainer';
  /** Whether single letters are shortcuts outside of fields and editors. */
  readonly letterKeys: boolean;
}

export interface Preferences {
  readonly values: ReadableAtom<PreferenceValues & { readonly version: 1 }>;
  set(change: Partial<PreferenceValues>): Written;
}

/** A page's head reads the theme from here before anything is painted, without this module. */
export const preferencesName = 'preferences';

export function createPreferences(storage: DeviceStorage): Preferences {
  const record = createRecord(storage, preferencesName, preferencesFormat, initialPreferences);
  return {
    values: record.value,
    set: (change) => record.change((current) => v.parse(schema, { ...current, ...change })),
  };
}

export const initialPreferences = {
  version: 1,
  theme: 'system',
  editor: 'automatic',
  screenReader: false,
  split: 0.57,
  engine: 'not chosen',
  letterKeys: true,
} as const;

/** One bad value falls back to its default and leaves the others alone. */
const schema = v.object({
  version: v.literal(1),
  theme: v.fallback(v.picklist(['system', 'light', 'dark']), initialPreferences.theme),
  editor: v.fallback(v.picklist(['automatic', 'monaco', 'plain']), initialPreferences.editor),
  screenReader: v.fallback(v.boolean(), initialPreferences.screenReader),
  split: v.fallback(v.pipe(v.number(), v.minValue(0.2), v.maxValue(0.8)), initialPreferences.split),
  engine: v.fallback(v.picklist(['not chosen', 'embedded', 'webcontainer']), initialPreferences.engine),
  letterKeys: v.fallback(v.boolean(), initialPreferences.letterKeys),
});

export type PreferencesRecord = v.InferOutput<typeof schema>;

export const preferencesFormat: Format<PreferencesRecord> = {
  what: 'Your settings',
  version: 1,
  schema,
};

export const preferences = createPreferences(device);
