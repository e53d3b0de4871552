/** What cannot be read lies under such names, as it was. */
export const setAsideNames = 'set-aside/';

/** The first name for what lay under `name` that is free, or holds this very text already. */
export function freeAside(name: string, text: string, textAt: (candidate: string) => string | undefined): string {
  for (let number = 1; ; number += 1) {
    const candidate = `${setAsideNames}${name}/${number}`;
    if ([undefined, text].includes(textAt(candidate))) return candidate;
  }
}

/** What is set aside of `name` lies under names that begin so. */
export const asideOf = (name: string): string => `${setAsideNames}${name}/`;

/** What the thing was called that lies under such a name. */
export function nameBefore(aside: string): string {
  return aside.slice(setAsideNames.length).replace(/\/\d+$/, '');
}
