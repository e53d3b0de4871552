import { expect, test } from 'vitest';
import { type IconName, icoFile, iconFile, iconFiles } from './icon-files.ts';

/** Width and height, as a PNG's first chunk has them. */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.slice(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
  return [view.getUint32(16), view.getUint32(20)];
}

test.each(Object.keys(iconFiles) as IconName[])('%s is a square PNG of its size', (name) => {
  const { sizePx } = iconFiles[name];
  expect(sizeOf(iconFile(name))).toEqual([sizePx, sizePx]);
});

test('favicon.ico holds a PNG of 32 px where its head says', () => {
  const file = icoFile();
  const head = new DataView(file.buffer);
  const [length, offset] = [head.getUint32(14, true), head.getUint32(18, true)];
  expect(offset + length).toBe(file.length);
  expect(sizeOf(file.slice(offset))).toEqual([32, 32]);
});
