import type { Plugin } from 'vite';

const NUMBER_AND_UNIT = /(\d) (ms|s|min|h|days?|kB|MB|GB|KiB|MiB|GiB|%|px)(?![\p{L}\p{N}])/gu;

/** What is in between is code, or the head of the file. */
const NOT_PROSE = /(^---\n[\s\S]*?\n---\n|```[\s\S]*?```|`[^`\n]*`)/;

/** The text with each number and its unit kept on one line; code stays as it is written. */
export function unbroken(text: string): string {
  const keep = (part: string, index: number) => (index % 2 ? part : part.replace(NUMBER_AND_UNIT, '$1\u00a0$2'));
  return text.split(NOT_PROSE).map(keep).join('');
}

/** Keeps numbers and units together in the course's texts. The site's Markdown processor runs no plugins of its own kind. */
export function unbrokenUnits(): Plugin {
  return {
    name: 'unbroken-units',
    enforce: 'pre',
    transform: (code, id) => (/\/content\/.*\.mdx(\?|$)/.test(id) ? { code: unbroken(code), map: null } : undefined),
  };
}
