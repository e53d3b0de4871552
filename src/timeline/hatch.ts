/** The pattern of a window. Its id is unique to the drawing, because patterns are found in the whole page. */
export const hatch = (id: string): string =>
  `<pattern id="${id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="tl-hatch" d="M0 0V7"/></pattern>`;
