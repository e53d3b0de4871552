import * as v from 'valibot';

/** A page in which something was found, with the places in it. */
export interface FoundPage {
  readonly title: string;
  readonly address: string;
  readonly excerpt: Excerpt;
  readonly places: readonly { readonly title: string; readonly address: string; readonly excerpt: Excerpt }[];
}

/** A piece of text; what was looked for is marked. */
export type Excerpt = readonly { readonly text: string; readonly marked: boolean }[];

const place = v.object({ title: v.string(), url: v.string(), excerpt: v.string() });
const page = v.object({
  url: v.string(),
  meta: v.object({ title: v.string() }),
  excerpt: v.string(),
  sub_results: v.array(place),
});

/** What Pagefind says of one page. Throws when it is something else. */
export function parseFoundPage(data: unknown): FoundPage {
  const { url, meta, excerpt, sub_results } = v.parse(page, data);
  const below = sub_results.filter((each) => each.url.includes('#'));
  return {
    title: meta.title,
    address: url,
    excerpt: withoutTitle(
      parseExcerpt(sub_results.find((each) => !each.url.includes('#'))?.excerpt ?? (below.length > 0 ? '' : excerpt)),
      meta.title,
    ),
    places: below.slice(0, MOST_PLACES).map((each) => ({
      title: each.title,
      address: each.url,
      excerpt: withoutTitle(parseExcerpt(each.excerpt), each.title),
    })),
  };
}

const MOST_PLACES = 3;

/** A heading is the beginning of what it heads; above its own excerpt it need not be said twice. */
function withoutTitle(excerpt: Excerpt, title: string): Excerpt {
  const heading = `${title}. `;
  if (
    !excerpt
      .map(({ text }) => text)
      .join('')
      .startsWith(heading)
  )
    return excerpt;
  let left = heading.length;
  return excerpt.flatMap(({ text, marked }) => {
    const rest = text.slice(left);
    left = Math.max(0, left - text.length);
    return rest === '' ? [] : [{ text: rest, marked }];
  });
}

/** Pagefind's excerpts are escaped text with `<mark>`: nothing else of them becomes an element. */
export function parseExcerpt(html: string): Excerpt {
  // A word comes with the comma behind it; what was looked for is the word.
  const tidy = html.replace(/([.,;:!?)”’]+)<\/mark>/g, '</mark>$1');
  return tidy.split(/(<mark>[\s\S]*?<\/mark>)/).flatMap((part) => {
    const marked = part.startsWith('<mark>');
    const text = plain(marked ? part.slice('<mark>'.length, -'</mark>'.length) : part);
    return text ? [{ text, marked }] : [];
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function plain(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]!);
}

/** "3 pages speak of “outbox”", for those who cannot see the list, and for those who can. */
export function countWords(query: string, pages: number, terms: number): string {
  const found = pages === 0 ? 'No page speaks' : pages === 1 ? 'One page speaks' : `${pages} pages speak`;
  const glossary = terms === 0 ? '' : terms === 1 ? 'One term of the glossary. ' : `${terms} terms of the glossary. `;
  return `${glossary}${found} of “${query}”.`;
}
