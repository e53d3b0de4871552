import { settings } from '#settings';
import { pageAddress } from './page-address.ts';

/** The whole address of a page, for those who read of it elsewhere: `path` begins with a slash. */
export function absoluteAddress(path: string): string {
  return new URL(pageAddress(path), settings.siteUrl).href;
}
