import { pointWords } from './fault-words.ts';
import { pageWords } from './reader-words.ts';
import { shortenedText } from './words.ts';

/**
 * Said when a story was played whose points the learner's code never reaches: in the words of the page, unless it is read
 * elsewhere. A playground has no checks.
 */
export function misfitSentence(
  unreached: readonly string[],
  isGraded: boolean,
  { fittingStories } = pageWords,
): string | undefined {
  if (unreached.length === 0) return undefined;
  const shown = unreached
    .slice(0, 3)
    .map((point) => shortenedText(pointWords(point)))
    .join('; ');
  const rest = unreached.length - 3;
  const more = rest > 1 ? `; and ${rest} more` : rest === 1 ? '; and one more' : '';
  const fault = unreached.length === 1 ? 'a fault for a moment that never came' : 'faults for moments that never came';
  return `This story has ${fault}: ${shown}${more}. Below is what your code did without.${isGraded ? ` ${fittingStories}` : ''}`;
}
