/**
 * Words that depend on where they are read: a page has buttons, a terminal has commands, and the page’s terminal both. Whoever makes sentences for both is
 * given one of these, so that each names the remedy that is there.
 */
export interface ReaderWords {
  /** What plays pairs of faults, with its verb. */
  readonly pairsPlayer: string;
  /** How a file or a folder that was taken away is had again, as a sentence. */
  readonly fileBack: string;
  /** How the course is had afresh, as a sentence without its full stop. */
  readonly afresh: string;
  /** How one finds the stories of one’s own code; `fitting` when others were spoken of. */
  readonly ownStories: string;
  readonly fittingStories: string;
  /** How one sees what one’s own code does, where nothing is graded. */
  readonly ownRun: string;
  /** What became of a program that filled all memory. */
  readonly outOfMemory: string;
  /** What failed when it was not the learner’s code. */
  readonly engineFailed: string;
}

export const pageWords: ReaderWords = {
  pairsPlayer: 'Check deeply plays',
  fileBack: 'Reset the files to get back the one that was there.',
  afresh: 'Reload the page',
  ownStories: 'Press Check to see the stories of your own code.',
  fittingStories: 'Press Check for the stories that fit it.',
  ownRun: 'Press Run to see what it does.',
  outOfMemory: 'used up all memory that a page may have, and the browser ended it',
  engineFailed: 'The sandbox failed',
};

export const terminalWords: ReaderWords = {
  pairsPlayer: 'npm run check -- --deep plays',
  fileBack: 'Unpack the project’s zip again to get back the one that was there.',
  afresh: 'Download the project anew',
  ownStories: 'npm run check shows the stories of your own code.',
  fittingStories: 'npm run check finds the stories that fit it.',
  ownRun: 'npm start shows what it does.',
  outOfMemory: 'used up all memory that it may have, and was ended',
  engineFailed: 'The grader failed',
};

/** A terminal in the page: its commands, and its remedies beside it. */
export const pageTerminalWords: ReaderWords = {
  ...terminalWords,
  fileBack: 'Reset the files, under Files above the editor, to get back the one that was there.',
  afresh: pageWords.afresh,
};
