import { readdirSync } from 'node:fs';

export const lessons: readonly string[] = readdirSync(new URL('../../content/lessons/', import.meta.url))
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => `/lessons/${file.slice(0, -'.mdx'.length)}/`);

/** Every page of the course. */
export const pages: readonly string[] = ['/', '/how-to-read/', ...lessons, '/practice/', '/resources/', '/404.html'];
