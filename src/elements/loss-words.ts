import type { KeptWork } from '#stores/kept-work.ts';
import { count } from './import-words.ts';

/** What would be lost if all of it were erased; nothing when nothing is kept. */
export function lossWords(work: KeptWork): readonly string[] {
  const counted: readonly (readonly [number, string, string])[] = [
    [work.solved, 'exercise that you solved, with its day', 'exercises that you solved, with their days'],
    [work.begun, 'exercise of which some checks have held', 'exercises of which some checks have held'],
    [work.drafts, 'exercise with code of yours', 'exercises with code of yours'],
    [work.copies, 'other version of your code', 'other versions of your code'],
    [work.predictions, 'prediction', 'predictions'],
    [work.breakIts, 'program that you set out to break', 'programs that you set out to break'],
    [work.questions, 'answer to questions and cases', 'answers to questions and cases'],
    [work.answers, 'answer in a worksheet', 'answers in worksheets'],
    [work.unreadable, 'thing that could not be read and was kept', 'things that could not be read and were kept'],
  ];
  return [
    ...counted.filter(([number]) => number > 0).map(([number, one, many]) => count(number, one, many)),
    ...(work.place ? ['The place where you left'] : []),
    ...(work.settings ? ['Your settings'] : []),
  ];
}
