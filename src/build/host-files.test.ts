import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hostFilesFor } from './host-files.ts';
import { caching, everywhere } from './host-headers.ts';

const [hashed] = caching;
const all = Object.entries(everywhere);

describe.each(['/', '/basics/'])('for a site below %s', (base) => {
  const files = hostFilesFor(base);
  const text = (name: string): string => files[name]!;

  test('Netlify and Cloudflare Pages find the headers in _headers', () => {
    const blocks = new Map(
      text('_headers')
        .trim()
        .split(/\n(?=\/)/)
        .map((block) => block.split('\n'))
        .map(([path, ...lines]) => [path, lines]),
    );
    expect(blocks.get(`${base}*`)).toEqual(all.map(([name, value]) => `  ${name}: ${value}`));
    expect(blocks.get(`${base}_astro/*`)).toEqual([`  Cache-Control: ${hashed.value}`]);
  });

  test('Vercel finds the same in vercel.json', () => {
    const { headers } = JSON.parse(text('vercel.json'));
    expect(headers[0]).toEqual({ source: `${base}(.*)`, headers: all.map(([key, value]) => ({ key, value })) });
    expect(headers[1]).toEqual({
      source: `${base}_astro/(.*)`,
      headers: [{ key: 'Cache-Control', value: hashed.value }],
    });
  });

  test('Azure Static Web Apps finds the same in staticwebapp.config.json', () => {
    const { globalHeaders, routes, responseOverrides } = JSON.parse(text('staticwebapp.config.json'));
    expect(globalHeaders).toEqual(everywhere);
    expect(routes[0]).toEqual({ route: `${base}_astro/*`, headers: { 'Cache-Control': hashed.value } });
    expect(responseOverrides['404'].rewrite).toBe(`${base}404.html`);
  });

  test('Apache finds the same in .htaccess', () => {
    for (const [name, value] of all) expect(text('.htaccess')).toContain(`  Header always set ${name} "${value}"\n`);
    expect(text('.htaccess')).toContain(
      `m#^${base}_astro/#">\n    Header set Cache-Control "${hashed.value}"\n  </If>\n`,
    );
    expect(text('.htaccess')).toContain(`ErrorDocument 404 ${base}404.html\n`);
  });
});

test('the worker for hosts without headers adds the two that isolate', () => {
  for (const [name, value] of all.slice(0, 2))
    expect(readFileSync('src/offline/isolated.ts', 'utf8')).toContain(`'${name}': '${value}'`);
});

test('README tells of nginx what the other hosts are told', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const [name, value] of all)
    expect(readme).toContain(`add_header ${name} ${/[\s;]/.test(value) ? `"${value}"` : value} always;\n`);
});
