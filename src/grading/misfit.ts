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
  const shown = unreached.slice(0, 3).map(shortenedText).join(', ');
  const rest = unreached.length - 3;
  const more = rest > 1 ? ` and ${rest} more points` : rest === 1 ? ' and one more point' : '';
  return `This story strikes ${shown}${more}, which your code never reaches. Nothing was lost: below is what your code did instead.${isGraded ? ` ${fittingStories}` : ''}`;
}
