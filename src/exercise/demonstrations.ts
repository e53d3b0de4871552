import * as v from 'valibot';
import type { SourceFile } from './exercise-data.ts';

/** The programs of what a lesson shows of an exercise, fetched when somebody is about to play one. */
export interface DemonstratedPrograms {
  /** Each distinct program once. */
  readonly programs: readonly (readonly SourceFile[])[];
  /** By demonstration and chosen options: which of the programs is played. */
  readonly plays: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The chosen options in one text, in the order of the knobs; empty where there is no knob. */
export function choiceKey(knobs: readonly { readonly id: string }[], choice: Readonly<Record<string, string>>): string {
  return knobs.map(({ id }) => choice[id] ?? '').join(' ');
}

/** Undefined when there is no such demonstration, or no such choice. */
export function programFor(
  { programs, plays }: DemonstratedPrograms,
  demonstration: string,
  key: string,
): readonly SourceFile[] | undefined {
  const index = Object.hasOwn(plays, demonstration) ? plays[demonstration]?.[key] : undefined;
  return index === undefined ? undefined : programs[index];
}

/** Throws when what was fetched is something else, such as the sign-in page of a network. */
export function parseDemonstratedPrograms(data: unknown): DemonstratedPrograms {
  return v.parse(schema, data);
}

const schema = v.object({
  programs: v.array(v.array(v.object({ path: v.string(), text: v.string() }))),
  plays: v.record(v.string(), v.record(v.string(), v.number())),
});
