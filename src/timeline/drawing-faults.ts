import type { Drawing } from './drawing.ts';
import type { Scene } from './scene.ts';
import { touches } from './seats.ts';

/** What is wrong with a drawing, in words; for tests. Empty: nothing lies on anything, nothing is lost, and it is markup. */
export function drawingFaults(scene: Scene, drawing: Drawing): string[] {
  return [...labelFaults(drawing), ...placeFaults(scene, drawing), ...markupFaults(drawing.svg)];
}

function labelFaults({ labels, marks, width, height }: Drawing): string[] {
  const faults: string[] = [];
  labels.forEach((label, i) => {
    if (label.x < 0 || label.y < 0 || label.x + label.width > width + 0.5 || label.y + label.height > height)
      faults.push(`“${label.text}” leaves the chart`);
    for (const other of labels.slice(i + 1))
      if (touches(label, other)) faults.push(`“${label.text}” lies on “${other.text}”`);
    if (marks.some((mark) => touches(label, mark))) faults.push(`“${label.text}” lies on a mark`);
  });
  return faults;
}

/** Every event of the story has its place, inside the drawing and in its order in time. */
function placeFaults(scene: Scene, { spots, width, height }: Drawing): string[] {
  const placed = new Set(spots.map((spot) => spot.event));
  const lost = scene.events
    .filter((event, i) => !event.quiet && !placed.has(i))
    .map((event) => `“${event.sentence}” has no place`);
  const outside = spots
    .filter(({ x, y }) => !(x >= 0 && x <= width && y >= 0 && y <= height))
    .map(({ event }) => `event ${event} lies outside`);
  return [...lost, ...outside];
}

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[a-z-A-Z]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

function markupFaults(svg: string): string[] {
  if (
    /NaN|Infinity|undefined|\[object/.test(
      svg.replace(/>[^<]*</g, '><').replace(/(?:aria-label|data-message)="[^"]*"/g, ''),
    )
  )
    return ['a coordinate is no number'];
  const open: string[] = [];
  let end = 0;
  for (const found of svg.matchAll(TAG)) {
    if (found.index !== end) break;
    end = found.index + found[0].length;
    const [, closing, name, , empty, text] = found;
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) return [`a bare & in “${text}”`];
    } else if (closing) {
      if (open.pop() !== name) return [`</${name}> closes nothing`];
    } else if (!empty) open.push(name!);
  }
  if (end !== svg.length) return [`no markup at ${svg.slice(end, end + 60)}`];
  return open.length === 0 ? [] : [`<${open.at(-1)}> stays open`];
}
