import { type Played, parseScheduleId, play, type Scenario } from 'lab/authoring';
import { compile } from 'lab/compile';
import type { SourceFile } from '../source-files.ts';

/** One play of a program that is given as files, under a schedule that is given as text. */
export function playFiles(files: readonly SourceFile[], scenario: Scenario, schedule = 'calm'): Promise<Played> {
  const faults = parseScheduleId(schedule);
  if (!faults) throw new Error(`${schedule} is no schedule.`);
  return play(compile(new Map(files.map(({ path, text }) => [path, text]))), scenario, faults);
}

/** The files with one piece of text in one of them replaced, which must be there. */
export function patched(files: readonly SourceFile[], path: string, from: string, to: string): readonly SourceFile[] {
  const file = files.find((each) => each.path === path);
  if (!file?.text.includes(from)) throw new Error(`There is no ${JSON.stringify(from)} in ${path}.`);
  return files.map((each) => (each === file ? { path, text: file.text.replace(from, to) } : each));
}
