const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** The same answer with the two headers that isolate a page. */
export function isolated(response: Response): Response {
  return changed(response, (headers) => {
    for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  });
}

/** The same answer without them. */
export function unisolated(response: Response): Response {
  return changed(response, (headers) => {
    for (const name of Object.keys(ISOLATION)) headers.delete(name);
  });
}

function changed(response: Response, change: (headers: Headers) => void): Response {
  const { body, status, statusText } = response;
  // A redirect is followed by the browser, and comes back as a request of its own.
  if (status === 0) return response;
  const headers = new Headers(response.headers);
  change(headers);
  return new Response([204, 205, 304].includes(status) ? null : body, { status, statusText, headers });
}
