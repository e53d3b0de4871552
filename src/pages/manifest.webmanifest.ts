import { iconFiles } from '#components/icons/icon-files.ts';
import { pageAddress } from '#components/page-address.ts';

/** What a device has to know to install the course. The colours of the dark theme are in each page's head. */
export function GET(): Response {
  const home = pageAddress('/');
  const icon = (name: '192' | '512' | 'maskable') => ({
    src: pageAddress(`/icons/${name}.png`),
    sizes: `${iconFiles[name].sizePx}x${iconFiles[name].sizePx}`,
    type: 'image/png',
  });
  const manifest = {
    id: home,
    name: 'Event-driven basics',
    short_name: 'Event-driven',
    description: 'A course on event-driven systems for backend developers that you run.',
    lang: 'en',
    dir: 'ltr',
    start_url: home,
    scope: home,
    display: 'standalone',
    background_color: '#f3f5ee',
    theme_color: '#f3f5ee',
    categories: ['education', 'developer'],
    icons: [
      { src: pageAddress('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      icon('192'),
      icon('512'),
      { ...icon('maskable'), purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Practice', url: pageAddress('/practice/') },
      { name: 'Playground', url: pageAddress('/playground/') },
    ],
  };
  return new Response(JSON.stringify(manifest, undefined, 2), {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
