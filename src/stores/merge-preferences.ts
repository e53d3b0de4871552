import { initialPreferences, type PreferencesRecord, type PreferenceValues } from './preferences.ts';

export type Setting = keyof PreferenceValues;

export interface PreferencesMerge {
  readonly value: PreferencesRecord;
  readonly taken: readonly Setting[];
  /** Chosen otherwise in the file, and left as they are. */
  readonly kept: readonly Setting[];
}

/** What somebody has chosen here stays; what nobody has chosen here is taken from the file. */
export function mergePreferences(here: PreferencesRecord | undefined, there: PreferencesRecord): PreferencesMerge {
  const mine = here ?? initialPreferences;
  const settings = Object.keys(initialPreferences).filter((name): name is Setting => name !== 'version');
  const isChosen = (record: PreferencesRecord, name: Setting) => record[name] !== initialPreferences[name];
  const taken = settings.filter((name) => !isChosen(mine, name) && isChosen(there, name));
  const kept = settings.filter((name) => isChosen(mine, name) && isChosen(there, name) && mine[name] !== there[name]);
  const values = Object.fromEntries(settings.map((name) => [name, taken.includes(name) ? there[name] : mine[name]]));
  return { value: { ...mine, ...values }, taken, kept };
}
