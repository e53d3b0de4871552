import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What every path is answered with. Pages are isolated by the first two; without them there is no real Node in the tab. */
const EVERYWHERE = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
] as const;
const FOR_GOOD = 'public, max-age=31536000, immutable';

const read = (name: string) => readFileSync(`public/${name}`, 'utf8');

test('Netlify and Cloudflare Pages find the headers in _headers', () => {
  const [everywhere, hashed] = read('_headers')
    .split(/^\/(?:\*|_astro\/\*)$/m)
    .slice(1);
  for (const [name, value] of EVERYWHERE) expect(everywhere).toContain(`  ${name}: ${value}\n`);
  expect(hashed).toContain(`  Cache-Control: ${FOR_GOOD}\n`);
});

test('Vercel finds the same in vercel.json', () => {
  const { headers } = JSON.parse(read('vercel.json'));
  expect(headers[0]).toEqual({ source: '/(.*)', headers: EVERYWHERE.map(([key, value]) => ({ key, value })) });
  expect(headers[1].headers).toEqual([{ key: 'Cache-Control', value: FOR_GOOD }]);
});

test('Azure Static Web Apps finds the same in staticwebapp.config.json', () => {
  const { globalHeaders, routes } = JSON.parse(read('staticwebapp.config.json'));
  expect(globalHeaders).toEqual(Object.fromEntries(EVERYWHERE));
  expect(routes[0].headers).toEqual({ 'Cache-Control': FOR_GOOD });
});

test('Apache finds the same in .htaccess', () => {
  for (const [name, value] of EVERYWHERE) expect(read('.htaccess')).toContain(`Header always set ${name} "${value}"`);
  expect(read('.htaccess')).toContain(FOR_GOOD);
});

test('the worker for hosts without headers adds the two that isolate', () => {
  for (const [name, value] of EVERYWHERE.slice(0, 2))
    expect(readFileSync('src/offline/isolated.ts', 'utf8')).toContain(`'${name}': '${value}'`);
});
