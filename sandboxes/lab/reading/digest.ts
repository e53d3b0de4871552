import type { Trace } from 'lab/authoring';

/** Sixteen letters and digits that are the same for the same traces, wherever they were played: 64 bits of FNV-1a over their JSON. */
export function digestOf(traces: readonly Trace[]): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (const text of traces.map((trace) => JSON.stringify(trace))) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit ^ (low >>> 24), 0x01000193);
    }
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
