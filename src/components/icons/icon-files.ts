import { drawIcon } from './draw-icon.ts';

/** The icons that are drawn when the site is built, each under `/icons/`. */
export const iconFiles = {
  'apple-touch': { sizePx: 180, share: 0.66 },
  '192': { sizePx: 192, share: 0.72 },
  '512': { sizePx: 512, share: 0.72 },
  /** Cut to a circle or a drop by some: all of the mark lies within four fifths of its width. */
  maskable: { sizePx: 512, share: 0.5 },
} as const;

export type IconName = keyof typeof iconFiles;

export function iconFile(name: IconName): Uint8Array {
  const { sizePx, share } = iconFiles[name];
  return drawIcon(sizePx, share);
}

/** A PNG in the envelope of an ICO file, for those who ask for `favicon.ico` whatever a page says. */
export function icoFile(): Uint8Array {
  const sizePx = 32;
  const png = drawIcon(sizePx, 1);
  const head = new DataView(new ArrayBuffer(HEAD_BYTES));
  head.setUint16(2, 1, true); // an icon
  head.setUint16(4, 1, true); // one picture
  head.setUint8(6, sizePx);
  head.setUint8(7, sizePx);
  head.setUint16(10, 1, true); // planes
  head.setUint16(12, 32, true); // bits per pixel
  head.setUint32(14, png.length, true);
  head.setUint32(18, HEAD_BYTES, true);
  const file = new Uint8Array(HEAD_BYTES + png.length);
  file.set(new Uint8Array(head.buffer));
  file.set(png, HEAD_BYTES);
  return file;
}

const HEAD_BYTES = 22;
