const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** The same answer with the two headers that isolate a page. */
export function isolated(response: Response): Response {
  const { body, status, statusText, headers } = response;
  // A redirect is followed by the browser, and comes back as a request of its own.
  if (status === 0) return response;
  const added = new Headers(headers);
  for (const [name, value] of Object.entries(ISOLATION)) added.set(name, value);
  return new Response([204, 205, 304].includes(status) ? null : body, { status, statusText, headers: added });
}
