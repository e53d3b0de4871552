import { absoluteAddress } from '#components/absolute-address.ts';
import { sitePages } from '#components/site-pages.ts';
import { xmlText } from '#components/xml-text.ts';

/** Every page that search engines may list. */
export async function GET(): Promise<Response> {
  const urls = (await sitePages()).map(({ path }) => `  <url><loc>${xmlText(absoluteAddress(path))}</loc></url>`);
  const map = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`;
  return new Response(map, { headers: { 'content-type': 'application/xml' } });
}
