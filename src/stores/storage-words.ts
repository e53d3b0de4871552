import { isFull } from './backing.ts';

/** What a refused write is told with. */
export const whyNot = (thrown: unknown): string => (isFull(thrown) ? full : keepsNothing);

/** Said where `lasting` is false. */
export const keepsNothing =
  'This browser keeps nothing for this site, so your work lives only on this page. Allow site data for this site, or save your work as a file before you leave the page.';
export const full =
  'The storage of this browser is full, so the last change lives only on this page. Free some site data, or save your work as a file before you leave the page.';

export function newerSentence(what: string): string {
  return `${what} on this device was saved by a newer version of this course. Reload the page to get that version. Until then it is kept as it is, and nothing new is saved over it.`;
}

export function unreadableSentence(what: string, key: string): string {
  return `${what} on this device could not be read. Nothing was deleted: it goes along when you save your work as a file, and lies in this browser’s local storage under “${key}”.`;
}

export function brokenOff(key: string): string {
  return `Loading a file broke off here, and was taken back. What another tab has changed since stays as it is, and what lay there before is kept in this browser’s local storage under “${key}”.`;
}
