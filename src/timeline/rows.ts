/** Seats stretches of time in rows so that no two in a row touch; those that matter come first and get the first rows. */
export function rowsFor(
  stretches: readonly { readonly enters: number; readonly endsAt: number; readonly quiet: boolean }[],
  most: number,
): number[] {
  const taken: { from: number; to: number }[][] = [];
  const rows = new Array<number>(stretches.length).fill(-1);
  const order = stretches
    .map((_, i) => i)
    .sort(
      (a, b) =>
        Number(stretches[a]!.quiet) - Number(stretches[b]!.quiet) ||
        stretches[a]!.enters - stretches[b]!.enters ||
        a - b,
    );
  for (const i of order) {
    const { enters, endsAt } = stretches[i]!;
    for (let row = 0; row < most; row++) {
      const others = taken[row] ?? [];
      taken[row] = others;
      if (others.some((o) => enters < o.to + 1 && o.from < endsAt + 1)) continue;
      others.push({ from: enters, to: Math.max(enters, endsAt) });
      rows[i] = row;
      break;
    }
  }
  return rows;
}
