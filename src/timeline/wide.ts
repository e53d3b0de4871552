import type { Drawing, DrawingOptions } from './drawing.ts';
import { hatch } from './hatch.ts';
import { messageSvg } from './messages-svg.ts';
import type { MessageLine, Scene } from './scene.ts';
import type { Wire } from './seats.ts';
import { type SpotPlace, spotsSvg } from './spots.ts';
import { escaped, px } from './svg.ts';
import { seatLabels } from './wide-labels.ts';
import { RULER_Y, type WideLayout, wideLayout } from './wide-layout.ts';
import { evidenceOf, marksOf } from './wide-marks.ts';
import { copySvg, cutsSvg, lanesSvg, namesSvg, partitionsSvg, rulerSvg, spanSvg } from './wide-parts.ts';
import { windowOf } from './wide-window.ts';
import { copyBoxes, followSvg, inRows, inSight, laneWires, spanBox, wireOf } from './wide-wires.ts';

/** A scene with time running to the right. Below 720 px of container, `tall` is the one to use. */
export function wide(scene: Scene, { id, width, name = '', followed, interactive = false }: DrawingOptions): Drawing {
  const layout = wideLayout(scene, width);
  const wires = scene.messages.flatMap((message): { message: MessageLine; wire: Wire }[] => {
    const wire = wireOf(message, scene, layout);
    return wire ? [{ message, wire }] : [];
  });
  const spans = scene.spans.filter(
    (span) => span.kind !== 'down' && inSight(span, scene) && !(span.quiet && layout.scale.hidden(span.to)),
  );
  const marks = marksOf(scene, layout);
  const evidence = evidenceOf(scene, layout);
  const window = windowOf(scene, layout);
  const obstacles = [
    ...spans.map((span) => spanBox(span, layout)),
    ...marks.flatMap((mark) => mark.boxes),
    ...copyBoxes(scene, layout),
    ...evidence,
    ...(window ? [window.labelBox] : []),
  ];
  const labels = seatLabels({
    scene,
    layout,
    obstacles,
    wires: [...wires.map(({ wire }) => wire), ...laneWires(layout), ...(window?.edges ?? [])],
    lines: wires,
  });
  const spots = spotsOf(scene, layout);
  const parts = [
    window
      ? `<rect class="tl-window" x="${px(window.box.x)}" y="${px(window.box.y)}" width="${px(window.box.width)}" height="${px(window.box.height)}" fill="url(#${id}-hatch)"/>`
      : '',
    evidence
      .map(
        (box) =>
          `<rect class="tl-marker" x="${px(box.x)}" y="${px(box.y)}" width="${px(box.width)}" height="${px(box.height)}"/>`,
      )
      .join(''),
    rulerSvg(layout),
    lanesSvg(scene, layout),
    window?.svg ?? '',
    interactive || followed ? followSvg(scene, layout, wires, followed) : '',
    interactive ? playheadSvg(layout) : '',
    [...spans]
      .sort((a, b) => Number(a.kind === 'busy') - Number(b.kind === 'busy'))
      .map((span) => spanSvg(span, layout))
      .join(''),
    scene.copies.map((copy) => (inRows(copy, scene) ? copySvg(copy, scene, layout) : '')).join(''),
    partitionsSvg(scene, layout),
    [...wires]
      .sort((a, b) => Number(b.message.quiet) - Number(a.message.quiet))
      .map(({ message, wire }) => messageSvg(message, wire, message.quiet ? 5.5 : 7.5))
      .join(''),
    cutsSvg(layout),
    window?.label ?? '',
    marks.map((mark) => mark.svg).join(''),
    labels.map((label) => label.svg).join(''),
  ];
  const { height } = layout;
  const drawn = interactive ? `<g clip-path="url(#${id}-reveal)">${parts.join('')}</g>` : parts.join('');
  const reveal = interactive
    ? `<clipPath id="${id}-reveal"><rect class="tl-reveal" x="0" y="0" width="${px(width)}" height="${height}"/></clipPath>`
    : '';
  const role = interactive ? 'role="group"' : 'role="img"';
  return {
    svg: `<svg class="${`tl-svg is-wide ${name}`.trim()}" viewBox="0 0 ${px(width)} ${height}" width="${px(width)}" height="${height}" ${role} aria-label="${escaped(scene.name)}"><defs>${hatch(id)}${reveal}</defs>${namesSvg(layout)}${drawn}${interactive ? spotsSvg(scene, spots) : ''}</svg>`,
    width,
    height,
    spots,
    labels: labels.map(({ box, text }) => ({ ...box, text })),
    marks: [...marks.flatMap((mark) => mark.boxes), ...spans.map((span) => spanBox(span, layout))],
  };
}

/** Where the step on show is: under the marks, so that it hides none. */
const playheadSvg = (layout: WideLayout): string =>
  `<g class="tl-playhead" visibility="hidden"><path class="tl-hairline" d="M0 ${RULER_Y}V${layout.height - 14}"/><path class="tl-flag" d="M-5 19h10v4l-5 5l-5 -5Z"/></g>`;

function spotsOf(scene: Scene, layout: WideLayout): SpotPlace[] {
  return scene.events.flatMap((event, i) => {
    const place = layout.lanes.get(event.lane);
    if (event.quiet || !place || layout.scale.hidden(event.at)) return [];
    return [{ event: i, x: layout.markX.get(i) ?? layout.scale.x(event.at), y: place.y }];
  });
}
