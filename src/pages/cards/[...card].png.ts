import type { APIRoute, GetStaticPaths } from 'astro';
import { cardName } from '#components/cards/card-address.ts';
import { cardPicture } from '#components/cards/card-pictures.ts';
import { drawCard } from '#components/cards/draw-card.ts';
import { type SitePage, sitePages } from '#components/site-pages.ts';

export const getStaticPaths = (async () =>
  (await sitePages()).map((page) => ({
    params: { card: cardName(page.path) },
    props: { page },
  }))) satisfies GetStaticPaths;

/** What a page looks like where its address is shared. */
export const GET: APIRoute<{ page: SitePage }> = async ({ props: { page } }) => {
  const card = await drawCard(page, await cardPicture(page.path));
  return new Response(Buffer.from(card), { headers: { 'content-type': 'image/png' } });
};
