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

function uuid(random: () => number): string {
  const h = hex(random) + hex(random) + hex(random) + hex(random);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
}

function hex(random: () => number): string {
  return Math.floor(random() * 0x100000000)
    .toString(16)
    .padStart(8, '0');
}
