import { createHash } from 'node:crypto';

/** Of a page: only what this site hands out runs. Styles may be inline, because the editor and the terminal write theirs so. */
export function contentPolicy({ inlineScripts, frameHash }: ContentPolicyParts): string {
  const hashes = [...inlineScripts.map(hashOf), frameHash].map((hash) => `'${hash}'`);
  return Object.entries({
    'default-src': ["'self'"],
    // `blob:`, the frame's hash and `data:` workers are for the sandbox's own page where it is written into its frame, which
    // inherits this policy.
    'script-src': ["'self'", "'wasm-unsafe-eval'", 'blob:', ...hashes],
    'worker-src': ["'self'", 'data:'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    // Real Node in the tab, for whoever asks for it: its frame, and a look whether it can be reached.
    'connect-src': ["'self'", REAL_NODE],
    'frame-src': ["'self'", REAL_NODE],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

const REAL_NODE = 'https://stackblitz.com';

export interface ContentPolicyParts {
  /** Texts of the scripts that stand in the page itself. */
  readonly inlineScripts: readonly string[];
  /** Of the sandbox's own script, such as `sha256-…`. */
  readonly frameHash: string;
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
