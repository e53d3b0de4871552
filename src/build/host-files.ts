import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { caching, everywhere } from './host-headers.ts';

/** Writes the site's headers in the forms that static hosts read. */
export function hostFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const [name, text] of Object.entries(hostFilesFor(base))) await writeFile(join(folder, name), text);
      },
    },
  };
}

/** Texts by name. `base` is the path that the site lies under, with a slash at both ends: hosts match paths from their root. */
export function hostFilesFor(base: string): Readonly<Record<string, string>> {
  return {
    _headers: netlify(base),
    'vercel.json': `${JSON.stringify(vercel(base), null, 2)}\n`,
    'staticwebapp.config.json': `${JSON.stringify(azure(base), null, 2)}\n`,
    '.htaccess': apache(base),
  };
}

const all = Object.entries(everywhere);

/** For Cloudflare Pages, too. */
function netlify(base: string): string {
  const block = (path: string, headers: readonly (readonly [string, string])[]) =>
    [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const cached = caching.map(({ folder, value }) => block(`${folder}/*`, [['Cache-Control', value]]));
  return `${[block('*', all), ...cached].join('\n')}\n`;
}

function vercel(base: string) {
  const rule = (path: string, headers: readonly (readonly [string, string])[]) => ({
    source: base + path,
    headers: headers.map(([key, value]) => ({ key, value })),
  });
  const cached = caching.map(({ folder, value }) => rule(`${folder}/(.*)`, [['Cache-Control', value]]));
  return { headers: [rule('(.*)', all), ...cached] };
}

function azure(base: string) {
  return {
    globalHeaders: everywhere,
    routes: caching.map(({ folder, value }) => ({
      route: `${base}${folder}/*`,
      headers: { 'Cache-Control': value },
    })),
    responseOverrides: { '404': { rewrite: `${base}404.html` } },
    mimeTypes: { '.mjs': 'text/javascript', '.woff2': 'font/woff2' },
  };
}

function apache(base: string): string {
  const cached = caching.flatMap(({ folder, value }) => [
    `  <If "%{REQUEST_URI} =~ m#^${base}${folder}/#">`,
    `    Header set Cache-Control "${value}"`,
    '  </If>',
  ]);
  return [
    '<IfModule mod_headers.c>',
    ...all.map(([name, value]) => `  Header always set ${name} "${value}"`),
    ...cached,
    '</IfModule>',
    'AddType text/javascript .mjs',
    `ErrorDocument 404 ${base}404.html`,
    '',
  ].join('\n');
}
