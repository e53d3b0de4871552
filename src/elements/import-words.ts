import type { Difference } from '#stores/import-differences.ts';
import type { Setting } from '#stores/merge-preferences.ts';
import { calendarDay } from './dates.ts';
import type { WorkNames } from './work-names.ts';

/** What loading a file would do, in sentences: what comes, and what is here and stays. */
export interface ImportWords {
  readonly adds: readonly string[];
  readonly keeps: readonly string[];
}

export function importWords(differences: readonly Difference[], names: WorkNames): ImportWords {
  const said = differences.map((each) => ({ stays: isKept(each), words: wordsOf(each, names) }));
  const of = (stays: boolean) => said.filter((each) => each.stays === stays).map(({ words }) => words);
  return { adds: of(false), keeps: of(true) };
}

const KEPT: readonly Difference['kind'][] = [
  'answer kept',
  'draft beside',
  'passed code beside',
  'settings kept',
  'left to a newer version',
];

function isKept(difference: Difference): boolean {
  return KEPT.includes(difference.kind) || (difference.kind === 'answered otherwise' && difference.taken === 0);
}

function wordsOf(difference: Difference, names: WorkNames): string {
  const title = 'exercise' in difference ? `“${names.exercise(difference.exercise)}”` : '';
  switch (difference.kind) {
    case 'solved':
      return `${title}: solved on ${calendarDay(difference.at)}${difference.helped ? ', with help' : ''}.`;
    case 'checks':
      return `${title}: ${count(difference.count, 'check that has', 'checks that have')} not held here yet.`;
    case 'evidence changed':
      return `${title}: of what is here too, the earlier day counts, and help that was used by then.`;
    case 'help':
      return `${title}: which help was opened.`;
    case 'answers':
      return `${title}: ${count(difference.count, 'answer', 'answers')} in its worksheet.`;
    case 'answer kept':
      return `${title}, “${names.field(difference.exercise, difference.field)}” Your answer “${difference.here}” stays; the file says “${difference.there}”.`;
    case 'predictions':
      return `${count(difference.count, 'prediction', 'predictions')}.`;
    case 'questions':
      return `${count(difference.count, 'answer', 'answers')} to questions and cases.`;
    case 'break-its':
      return `${count(difference.count, 'program that was', 'programs that were')} broken.`;
    case 'answered otherwise':
      return otherwiseWords(difference);
    case 'draft taken':
      return `${title}: the code of the file; there is none of your own here.`;
    case 'draft replaced':
      return `${title}: the code of the file, which goes on from yours. Yours stays under Files, as a copy.`;
    case 'draft beside':
      return `${title}: your code stays. That of the file is another; it comes under Files, as a copy.`;
    case 'copy':
      return `${title}: another version of the code, under Files.`;
    case 'passed code taken':
      return `${title}: the code that passed.`;
    case 'passed code replaced':
      return `${title}: the code that passed, which holds more checks. Yours stays under Files, as a copy.`;
    case 'passed code beside':
      return `${title}: your code that passed stays. That of the file comes under Files, as a copy.`;
    case 'settings taken':
      return `Settings: ${settingWords(difference.settings)}.`;
    case 'settings kept':
      return `Settings: what you chose here stays (${settingWords(difference.settings)}).`;
    case 'place':
      return `The place where you left on ${calendarDay(difference.at)}.`;
    case 'left to a newer version':
      return `“${difference.name}” was saved here by a newer version of this course. Reload this page, then load the file again to have this, too.`;
  }
}

function otherwiseWords({ taken, kept }: { readonly taken: number; readonly kept: number }): string {
  const words = (number: number) => `${count(number, 'question', 'questions')} answered otherwise in the file`;
  const stays = kept > 0 ? `${words(kept)}: your answers stay` : '';
  const comes = taken > 0 ? `${words(taken)}: those answers came first, and count` : '';
  return `${[stays, comes].filter(Boolean).join('; ')}.`;
}

const SETTINGS: Readonly<Record<Setting, string>> = {
  theme: 'the theme',
  editor: 'the editor',
  screenReader: 'the editor’s screen reader mode',
  split: 'the width of the code',
  engine: 'what runs your code',
};

const settingWords = (settings: readonly Setting[]): string => settings.map((each) => SETTINGS[each]).join(', ');

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
