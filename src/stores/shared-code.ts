import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import type { SourceFile } from '#exercise/exercise-data.ts';
import { MOST_PACKED } from '#grading/story-link.ts';
import { whyNoDraft } from './draft-files.ts';

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
  if (!parsed.success || parsed.output.length === 0) return { kind: 'broken', because: BROKEN };
  const files = parsed.output.map(([path, text]) => ({ path, text }));
  const misfit = whyNoDraft(files);
  if (misfit === undefined) return { kind: 'code', files };
  return { kind: 'broken', because: `The code that came with this link cannot be opened. ${misfit} ${UNHARMED}` };
}

const UNHARMED = 'Nothing was lost: your own is as you left it. Ask for the link again.';
const BROKEN = `The code that came with this link is not whole, or was not put there by this course. ${UNHARMED}`;

const MOST_BYTES = 1_000_000;
/** One byte can stand for a thousand, and a slice is inflated whole before anybody can say that it is too much. */
const SLICE_BYTES = 1_000;
const packedSchema = v.array(v.strictTuple([v.string(), v.string()]));

function inflated(packed: string): unknown {
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const stream = new Inflate((chunk) => {
      size += chunk.length;
      if (size > MOST_BYTES) throw new Error('too much');
      chunks.push(chunk);
    });
    const deflated = strToU8(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), true);
    for (let at = 0; at < deflated.length; at += SLICE_BYTES)
      stream.push(deflated.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= deflated.length);
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
