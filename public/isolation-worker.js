// For hosts that cannot send headers, such as GitHub Pages: adds the two that isolate a page. Registered when the site is built
// with ISOLATION=worker; the page after the first one is isolated.
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  // Only what this site itself answers: a frame of another origin brings its own headers.
  if (new URL(request.url).origin !== location.origin) return;
  if (request.cache === 'only-if-cached' && request.mode !== 'same-origin') return;
  event.respondWith(isolated(request));
});

async function isolated(request) {
  const response = await fetch(request);
  const { body, status, statusText, headers } = response;
  // A redirect is followed by the browser, and comes back as a request of its own.
  if (status === 0) return response;
  const added = new Headers(headers);
  for (const [name, value] of Object.entries(ISOLATION)) added.set(name, value);
  return new Response([204, 205, 304].includes(status) ? null : body, { status, statusText, headers: added });
}
