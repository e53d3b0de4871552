import { pageTerminalWords, type ReaderWords, terminalWords } from '#grading/reader-words.ts';

/** How a page tells what runs in its terminal that it is read there: a downloaded project has other remedies. */
export const READ_IN_PAGE = { COURSE_TERMINAL: 'page' };

export function wordsWhereRead({ COURSE_TERMINAL }: NodeJS.ProcessEnv): ReaderWords {
  return COURSE_TERMINAL === READ_IN_PAGE.COURSE_TERMINAL ? pageTerminalWords : terminalWords;
}
