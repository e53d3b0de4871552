import type { APIRoute } from 'astro';
import { type IconName, iconFile, iconFiles } from '#components/icons/icon-files.ts';

export function getStaticPaths() {
  return Object.keys(iconFiles).map((icon) => ({ params: { icon } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(Buffer.from(iconFile(params.icon as IconName)), { headers: { 'content-type': 'image/png' } });
