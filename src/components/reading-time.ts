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

const WORDS_PER_MINUTE = 200;

/** Whole minutes, for somebody who reads to understand. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(wordsOf(text) / WORDS_PER_MINUTE));
}
