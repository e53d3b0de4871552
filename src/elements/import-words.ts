import type { Difference } from '#stores/import-differences.ts';
import type { Setting } from '#stores/merge-preferences.ts';
import { calendarDay } from './dates.ts';
import type { WorkNames } from './work-names.ts';

/** What loading a file would do: what comes, and what is here and stays. */
export interface ImportWords {
  readonly adds: readonly ImportLine[];
  readonly keeps: readonly ImportLine[];
}

/** All that is said about one exercise, or about something beside the exercises. */
export interface ImportLine {
  readonly about: string;
  readonly says: string;
}

export function importWords(differences: readonly Difference[], names: WorkNames): ImportWords {
  const linesOf = (stays: boolean): readonly ImportLine[] => {
    const lines = new Map<string, string>();
    for (const difference of differences.filter((each) => isKept(each) === stays)) {
      const about = aboutOf(difference, names);
      lines.set(about, [lines.get(about), sentenceOf(difference, names)].filter(Boolean).join(' '));
    }
    return [...lines].map(([about, says]) => ({ about, says }));
  };
  return { adds: linesOf(false), keeps: linesOf(true) };
}

const KEPT: readonly Difference['kind'][] = [
  'answer kept',
  'draft beside',
  'passed code beside',
  'settings kept',
  'left to a newer version',
];

const BESIDE: readonly Difference['kind'][] = ['place', 'set aside', 'left to a newer version'];

function isKept(difference: Difference): boolean {
  return KEPT.includes(difference.kind) || (difference.kind === 'answered otherwise' && difference.taken === 0);
}

function aboutOf(difference: Difference, names: WorkNames): string {
  if ('exercise' in difference) return names.exercise(difference.exercise);
  if (difference.kind === 'settings taken' || difference.kind === 'settings kept') return 'Settings';
  return BESIDE.includes(difference.kind) ? 'Beside that' : 'In the lessons';
}

function sentenceOf(difference: Difference, names: WorkNames): string {
  switch (difference.kind) {
    case 'solved':
      return `Solved on ${calendarDay(difference.at)}${difference.helped ? ', with help' : ''}.`;
    case 'solution grown':
      return 'A solution that holds checks which are new since yours.';
    case 'checks':
      return `${count(difference.count, 'check that has', 'checks that have')} not held here yet.`;
    case 'evidence changed':
      return 'For checks that have held in both, the earlier day counts, and help that was used by then.';
    case 'help':
      return 'The help that was opened there.';
    case 'answers':
      return `${count(difference.count, 'answer', 'answers')} in its worksheet.`;
    case 'answer kept':
      return answerKept(difference, names);
    case 'predictions':
      return `${count(difference.count, 'prediction', 'predictions')}.`;
    case 'questions':
      return `${count(difference.count, 'answer', 'answers')} to questions and cases.`;
    case 'break-its':
      return `${count(difference.count, 'program that was', 'programs that were')} broken.`;
    case 'answered otherwise':
      return otherwiseWords(difference);
    case 'draft taken':
      return 'The code of the file; there is none of your own here.';
    case 'draft replaced':
      return 'The code of the file, which goes on from yours. Yours stays under Files, as a copy.';
    case 'draft beside':
      return 'Your code stays. That of the file is another; it comes under Files, as a copy.';
    case 'copy':
      return 'Another version of the code, under Files.';
    case 'passed code taken':
      return 'The code that passed.';
    case 'passed code replaced':
      return 'The code that passed, which holds more checks. Yours stays under Files, as a copy.';
    case 'passed code beside':
      return 'Your code that passed stays. That of the file comes under Files, as a copy.';
    case 'settings taken':
      return `As in the file: ${settingWords(difference.settings)}.`;
    case 'settings kept':
      return `As you chose here: ${settingWords(difference.settings)}.`;
    case 'place':
      return `The place where you left on ${calendarDay(difference.at)}.`;
    case 'set aside':
      return `${names.kept(difference.name)}. It is kept as it is.`;
    case 'left to a newer version':
      return `${names.kept(difference.name)}: a newer version of this course saved it here. Reload this page, then load the file again to have this, too.`;
  }
}

function answerKept({ exercise, field, here, there }: Difference & { kind: 'answer kept' }, names: WorkNames): string {
  const [mine, theirs] = [here, there].map((answer) => names.answer(exercise, field, answer));
  return `${names.question(exercise, field)} Your answer “${mine}” stays; the file says “${theirs}”.`;
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
  letterKeys: 'whether single letters are shortcuts',
};

const settingWords = (settings: readonly Setting[]): string => settings.map((each) => SETTINGS[each]).join(', ');

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
