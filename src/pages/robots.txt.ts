import { absoluteAddress } from '#components/absolute-address.ts';

/** Everything may be read. A host asks for this at its root only: under a path of its own, hand the sitemap in by hand. */
export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteAddress('/sitemap.xml')}\n`);
}
