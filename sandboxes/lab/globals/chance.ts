/** Numbers in [0, 1) that follow from the seed alone: each life has its own, so that one's use of chance changes no other's. */
export function randomFrom(seed: string): () => number {
  let state = 2166136261;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0; // mulberry32
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `Math` with a `random` of its own. */
export function mathWith(random: () => number): Math {
  return Object.create(Math, { random: { value: random, writable: true, configurable: true } }) as Math;
}

/** The part of `crypto` that a service needs for ids. */
export function cryptoWith(random: () => number) {
  return {
    randomUUID: () => uuid(random),
    getRandomValues: <T extends { readonly length: number; [index: number]: number }>(values: T): T => {
      for (let i = 0; i < values.length; i++) values[i] = Math.floor(random() * 0x100000000);
      return values;
    },
  };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuid(random: () => number): string {
  let text = '';
  for (let i = 0; i < 16; i += 4) {
    const bits = Math.floor(random() * 0x100000000);
    for (let j = 0; j < 4; j++) text += byteOfUuid(i + j, (bits >>> (8 * j)) & 0xff);
  }
  return text;
}

/** Version 4, variant 1, and the hyphens. */
function byteOfUuid(at: number, byte: number): string {
  const hyphen = at === 4 || at === 6 || at === 8 || at === 10 ? '-' : '';
  const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
  return hyphen + HEX[value];
}
