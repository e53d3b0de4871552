/** What a story is called above its timeline: what was seen, where that can be said in one clause, or else its check. */
export function headingOf(because: string | undefined, title: string): string {
  const seen = because?.split(/[:;.] |\.$/, 1)[0];
  return seen !== undefined && seen.length <= LONGEST ? seen : title;
}

const LONGEST = 90;
