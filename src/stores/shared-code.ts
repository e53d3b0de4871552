import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { MOST_PACKED } from '#grading/story-link.ts';
import { filesSchema } from './draft-record.ts';

export type Unpacked =
  | { readonly kind: 'code'; readonly files: readonly SourceFile[] }
  /** `because` says that nothing was lost, and what to do. */
  | { readonly kind: 'broken'; readonly because: string };

/** Files as text for the end of an address; undefined when they are too long for one. */
export function packCode(files: readonly SourceFile[]): string | undefined {
  const bytes = deflateSync(strToU8(JSON.stringify(files.map(({ path, text }) => [path, text]))), { level: 9 });
  const text = btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return text.length > MOST_PACKED ? undefined : text;
}

/** Reads what came with a link: it may be cut, foreign, or made to fill the memory. */
export function unpackCode(packed: string): Unpacked {
  const parsed = v.safeParse(packedSchema, inflated(packed));
  if (!parsed.success) return { kind: 'broken', because: BROKEN };
  const files = parsed.output.map(([path, text]) => ({ path, text }));
  return v.is(filesSchema, files) && files.length > 0 ? { kind: 'code', files } : { kind: 'broken', because: BROKEN };
}

const BROKEN =
  'The code that came with this link is not whole, or is no code of this exercise. Nothing was lost: your own is as you left it. Ask for the link again.';

/** A thousand bytes can stand for a million. */
const MOST_BYTES = 1_000_000;
const packedSchema = v.pipe(v.array(v.strictTuple([v.string(), v.string()])), v.maxLength(100));

function inflated(packed: string): unknown {
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = new Inflate((chunk) => {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Error('too much');
      chunks.push(chunk);
    });
    stream.push(strToU8(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), true), true);
    const whole = new Uint8Array(size);
    chunks.reduce((at, chunk) => {
      whole.set(chunk, at);
      return at + chunk.length;
    }, 0);
    return JSON.parse(strFromU8(whole));
  } catch {
    return undefined;
  }
}
