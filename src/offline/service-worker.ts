import { clientsClaim, setCacheNameDetails, type WorkboxPlugin } from 'workbox-core';
import { addPlugins, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkOnly } from 'workbox-strategies';
import { isolation } from './isolation.ts';
import type { Precached } from './precached.ts';

/**
 * Keeps the whole course on the device, so that every page, the editor and the built-in runner work without a network. A new
 * version waits until somebody takes it: pages of two versions never mix. Registered with `?isolate` it also adds the headers
 * that isolate a page, for hosts that cannot send them; see `isolation.ts`.
 */
declare const self: Scope;
/** Written in when the site is built: what lies in its folder. */
declare const PRECACHED: readonly Precached[];

/** As much of a service worker's world as this needs; the types of a page's world are the ones that are loaded here. */
interface Scope {
  readonly location: Location;
  readonly navigator: Navigator;
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', heard: () => void): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<unknown>) => void): void;
}

const isolate = isolation({
  isWanted: new URL(self.location.href).searchParams.has('isolate'),
  userAgent: self.navigator.userAgent,
  isOnline: () => self.navigator.onLine,
});
const plugins: WorkboxPlugin[] = [{ handlerWillRespond: async ({ response }) => isolate(response) }];

setCacheNameDetails({ prefix: 'event-driven-basics', suffix: new URL(self.registration.scope).pathname });
addPlugins(plugins);
precacheAndRoute([...PRECACHED], { ignoreURLParametersMatching: [/.*/], cleanURLs: false });
// A frame of another origin brings its own headers.
registerRoute(({ sameOrigin }) => sameOrigin, new NetworkOnly({ plugins }));
setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error();
  // A host leads there, too.
  const whole = withSlash(request.url);
  if (whole && (await matchPrecache(`${whole}index.html`))) return Response.redirect(whole);
  return (await matchPrecache('404.html')) ?? Response.error();
});

/** The address of the page that is meant by one without its last slash. */
function withSlash(address: string): string | undefined {
  const { origin, pathname } = new URL(address);
  return pathname.endsWith('/') ? undefined : `${origin}${pathname}/`;
}

// The first version takes over at once: there is none before it whose pages it could disturb.
clientsClaim();
self.addEventListener('install', () => {
  if (!self.registration.active) void self.skipWaiting();
});
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
