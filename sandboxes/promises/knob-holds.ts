import { beginsAt, type Knob } from 'lab/authoring';

/** There is something to choose, what it begins with is among it, and numbers stand in rising order. */
export function knobHolds(what: string, { id, begins, options }: Knob): readonly string[] {
  const complaints: string[] = [];
  const ids = options.map((option) => option.id);
  if (ids.length < 2) complaints.push(`${what}: the knob ${id} has nothing to choose.`);
  if (begins !== undefined && !ids.includes(begins))
    complaints.push(`${what}: the knob ${id} begins with ${begins}, which is none of ${ids.join(', ')}.`);
  const numbers = ids.map(asNumber);
  const isRising = numbers.every((number, place) => place === 0 || numbers[place - 1]! < number);
  if (!numbers.some(Number.isNaN) && !isRising)
    complaints.push(
      `${what}: the options of the knob ${id} are ${ids.join(', ')}. Put them in rising order, and say begins: '${beginsAt({ ...(begins === undefined ? {} : { begins }), options })}'.`,
    );
  return complaints;
}

/** An option's id may be the text of a number in a program: `1_000`. */
export const asNumber = (text: string): number => (text === '' ? Number.NaN : Number(text.replaceAll('_', '')));
