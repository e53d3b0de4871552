import type { Pen } from '#timeline/pens.ts';
import { buildSvg } from './build-element.ts';
import { type Outcome, outcomeIcons } from './outcome-icons.ts';
import { penShapes } from './pen-shapes.ts';

/** The shape of a process; its name stands beside it. */
export function penShape(pen: Pen): SVGElement {
  const { d, drawn } = penShapes[pen];
  const attributes = { class: `pen-shape${drawn ? ' is-drawn' : ''}`, viewBox: '-6 -6 12 12', 'aria-hidden': 'true' };
  return buildSvg('svg', attributes, buildSvg('path', { d }));
}

/** The icon of an outcome; its word stands beside it. */
export function outcomeIcon(outcome: Outcome): SVGElement {
  const { d, disc, red, dashed } = outcomeIcons[outcome];
  const names = ['outcome', disc && 'is-disc', red && 'is-red', dashed && 'is-dashed'].filter(Boolean).join(' ');
  const path = buildSvg('path', { d });
  const behind = disc ? [buildSvg('circle', { cx: 9, cy: 9, r: 8 })] : [];
  return buildSvg('svg', { class: names, viewBox: '0 0 18 18', 'aria-hidden': 'true' }, ...behind, path);
}
