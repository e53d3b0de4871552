/** A title in the fewest lines at the largest size that fits: one or two lines, as even as they can be. */
export function titleLines(
  title: string,
  widthPx: number,
  measure: (text: string, sizePx: number) => number,
): { readonly lines: readonly string[]; readonly sizePx: number } {
  const words = title.split(' ');
  for (const sizePx of SIZES_PX) {
    if (measure(title, sizePx) <= widthPx) return { lines: [title], sizePx };
    const halves = words
      .slice(1)
      .map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]);
    const fitting = halves
      .map((lines) => ({ lines, widest: Math.max(...lines.map((line) => measure(line, sizePx))) }))
      .filter(({ widest }) => widest <= widthPx)
      .toSorted((one, other) => one.widest - other.widest);
    // A title that takes two lines is set a little smaller, so that the strip below it has room.
    if (fitting[0] && sizePx <= TWO_LINES_PX) return { lines: fitting[0].lines, sizePx };
  }
  return { lines: [title], sizePx: SIZES_PX.at(-1)! };
}

const SIZES_PX = [88, 80, 72, 64, 56, 48, 40];
const TWO_LINES_PX = 64;
