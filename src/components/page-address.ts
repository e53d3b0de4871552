/** The address of a page of this site under the path that it is published under. `path` begins with a slash. */
export function pageAddress(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
