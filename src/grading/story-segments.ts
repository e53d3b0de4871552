/** A piece of a failure's story; `marked` pieces stand on the marker: when it happened, and the turn that it took. */
export interface Segment {
  readonly kind: 'text' | 'marked';
  readonly text: string;
}

export function storySegments(because: string): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of because.matchAll(TURN)) {
    if (match.index > from) segments.push({ kind: 'text', text: because.slice(from, match.index) });
    segments.push({ kind: 'marked', text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < because.length) segments.push({ kind: 'text', text: because.slice(from) });
  return segments;
}

const TURN = /(?<![\w.,-])\d+(?:[.,]\d+)* (?:ms|s)\b|\b(?:crashed|was stopped|died|rolled back|refused)\b/g;
