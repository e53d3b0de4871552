import { absoluteAddress } from '../absolute-address.ts';

export const CARD = { width: 1200, height: 630 } as const;

/** The name of a page's card below `/cards/`, without its ending. */
export function cardName(path: string): string {
  return path === '/' ? 'home' : path.replace(/^\/|\/$/g, '');
}

export function cardAddress(path: string): string {
  return absoluteAddress(`/cards/${cardName(path)}.png`);
}

/** What is to be seen on it, for those who do not see it. */
export function cardWords(title: string): string {
  return `The words “${title}” over a timeline of this course: a lane for each process, a line for each message.`;
}
