/** A page of the site that can be meant. */
export interface KnownPage {
  readonly title: string;
  /** Below the site's address, as `/lessons/outbox/`. */
  readonly path: string;
}

/** The page whose address is nearest to one that leads nowhere, if any is near enough to have been meant. */
export function nearestPage(path: string, pages: readonly KnownPage[]): KnownPage | undefined {
  const asked = segmentsOf(path);
  const [last] = asked.slice(-1);
  if (last === undefined) return undefined;
  const ranked = pages
    .flatMap((page) => {
      const [name] = segmentsOf(page.path).slice(-1);
      if (name === undefined) return [];
      const score = likeness(last, name);
      const isInPlace = segmentsOf(page.path).length === asked.length;
      return score < NEAR_ENOUGH ? [] : [{ page, score: score + (isInPlace ? 0.05 : 0) }];
    })
    .toSorted((one, other) => other.score - one.score);
  return ranked[0]?.page;
}

/** Half of what was written has to be right. */
const NEAR_ENOUGH = 0.5;

/** 1 for the same word, 0 for nothing in common; a word of the name, or its beginning, counts for nearly all of it. */
function likeness(asked: string, name: string): number {
  const whole = 1 - distance(asked, name) / Math.max(asked.length, name.length);
  const isPart =
    asked.length > 3 && (name.startsWith(asked) || name.split('-').some((word) => isSameWord(word, asked)));
  return Math.max(whole, isPart ? 0.8 : 0);
}

function isSameWord(one: string, other: string): boolean {
  return one.length > 3 && distance(one, other) <= 1;
}

function segmentsOf(path: string): readonly string[] {
  return decoded(path)
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '' && segment !== 'index.html')
    .map((segment) => segment.replace(/\.html?$/, '').replaceAll(/[\s_]+/g, '-'));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** How many letters have to be added, taken away, changed or swapped with their neighbour to get from one word to the other. */
function distance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        rows[row - 1]![column]! + 1,
        current[column - 1]! + 1,
        rows[row - 1]![column - 1]! + (isSame ? 0 : 1),
        isSwapped ? rows[row - 2]![column - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    rows.push(current);
  }
  return rows[one.length]![other.length]!;
}
