import { beginsAt, settingIn } from 'lab/authoring';
import type { CatalogueEntry } from '../catalogue.ts';
import { withSettings } from '../program-named.ts';
import { asNumber, knobHolds } from './knob-holds.ts';
import { playFiles } from './play-files.ts';

/** Each knob of the program stands at what the starter says, and the starter plays whatever is chosen. */
export async function settingsPlay({ exercise, starter }: CatalogueEntry): Promise<readonly string[]> {
  const { settings = [] } = exercise;
  const text = starter.find(({ path }) => path === 'settings.ts')?.text ?? '';
  const complaints: string[] = [];
  for (const knob of settings) {
    const value = settingIn(text, knob.id);
    complaints.push(...knobHolds('The settings', knob));
    if (value !== beginsAt(knob))
      complaints.push(`The knob ${knob.id} begins with ${beginsAt(knob)}, and settings.ts has ${value}.`);
  }
  if (complaints.length > 0) return complaints;
  const choices = settings.reduce<readonly Readonly<Record<string, number>>[]>(
    (known, { id, options }) =>
      known.flatMap((one) => options.map((option) => ({ ...one, [id]: asNumber(option.id) }))),
    [{}],
  );
  for (const choice of choices) {
    const { trace, ended } = await playFiles(withSettings(starter, choice), exercise.run);
    if (ended !== 'returned') complaints.push(`With ${JSON.stringify(choice)} it does not come to its end.`);
    if (!trace.some(({ kind }) => kind === 'mailed'))
      complaints.push(`With ${JSON.stringify(choice)} nobody is mailed in calm weather.`);
  }
  return complaints;
}
