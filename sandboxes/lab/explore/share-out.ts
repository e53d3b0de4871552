/** What somebody wants of something that is limited: so many pieces, each at this price. */
export interface Wish {
  readonly count: number;
  readonly price: number;
}

/**
 * How many pieces each gets. Whoever wants less than an equal share gets all of it, and what is left over goes to the
 * others in equal shares; nobody who wants something gets nothing.
 */
export function shareOut(budget: number, wishes: readonly Wish[]): readonly number[] {
  const shares = wishes.map(() => 0);
  const modestFirst = wishes
    .map((wish, i) => ({ ...wish, i }))
    .sort((a, b) => a.count * a.price - b.count * b.price || a.i - b.i);
  let left = budget;
  for (const [before, { count, price, i }] of modestFirst.entries()) {
    const most = left / (wishes.length - before);
    const share = count * price <= most ? count : Math.min(count, Math.max(1, Math.floor(most / price)));
    shares[i] = share;
    left = Math.max(0, left - share * price);
  }
  return shares;
}
