/**
 * What every path of the site is answered with, wherever it is served: by hosts, in development and in preview. The first two
 * isolate pages from other origins; without them there is no real Node in the tab.
 */
export const everywhere = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // The rest of the policy stands in each page; this is what cannot stand there. The sandbox's frame is the site's own.
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
} as const;

/** How long a browser may keep what lies in a folder of the site: names in the first hold a hash of what they name. */
export const caching = [
  { folder: '_astro', value: 'public, max-age=31536000, immutable' },
  { folder: 'fonts', value: 'public, max-age=604800' },
] as const;
