/** A file of the built site, as the service worker's library wants it: its address, and what tells one version from the next. */
export interface Precached {
  readonly url: string;
  /** Null where the address changes with the file. */
  readonly revision: string | null;
}

/** Of no use without a network, or never asked for by a page. */
const NEEDS_NETWORK = [
  /^_astro\/(node-grader|terminal|terminal-screen|open-container)[.-]/,
  /^(cards|pagefind-cache)\//,
  /^(_headers|\.htaccess|vercel\.json|staticwebapp\.config\.json|robots\.txt|sitemap.*\.xml|feed\.xml|service-worker\.js)$/,
];

export const isForOffline = (path: string): boolean => !NEEDS_NETWORK.some((pattern) => pattern.test(path));

/** Files in `_astro` carry a hash in their names. */
export function precachedFile(path: string, digest: string): Precached {
  return { url: path, revision: path.startsWith('_astro/') ? null : digest };
}
