/** How many words of a text of ours one reads: its prose and tables, without markup, code blocks and front matter. */
export function wordsOf(text: string): number {
  const prose = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/[|#*_`[\]-]+/g, ' ');
  return prose.split(/\s+/).filter((word) => /\w/.test(word)).length;
}

interface Question {
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly because: string }[];
}

interface Case {
  readonly title: string;
  readonly situation: string;
  readonly measured: { readonly played: string };
  readonly ways: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly condition?: string;
    readonly because: string;
  }[];
  readonly reasons: readonly { readonly label: string; readonly because: string }[];
}

/** What one reads of a quiz: each question, and of each option what it says and why. */
export const quizText = (questions: readonly Question[]): string =>
  questions
    .flatMap(({ question, options }) => [question, ...options.flatMap(({ label, because }) => [label, because])])
    .join('\n');

/** What one reads of cases to decide, without the figures. */
export const casesText = (cases: readonly Case[]): string =>
  cases
    .flatMap(({ title, situation, measured, ways, reasons }) => [
      title,
      situation,
      measured.played,
      ...ways.flatMap(({ id, verdict, condition, because }) => [id, verdict, condition ?? '', because]),
      ...reasons.flatMap(({ label, because }) => [label, because]),
    ])
    .join('\n');

const WORDS_PER_MINUTE = 200;

/** Whole minutes, for somebody who reads to understand. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(wordsOf(text) / WORDS_PER_MINUTE));
}
