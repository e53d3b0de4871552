import type { Choice, Knob } from 'lab/authoring';

/** The option where this knob begins. */
export const beginsAt = ({ begins, options }: Pick<Knob, 'begins' | 'options'>): string | undefined =>
  begins ?? options[0]?.id;

/** Every knob where it begins. */
export const firstChoice = (knobs: readonly Knob[]): Choice =>
  Object.fromEntries(knobs.map((knob) => [knob.id, beginsAt(knob) ?? '']));
