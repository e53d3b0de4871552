import { absoluteAddress } from './absolute-address.ts';
import { cardAddress } from './cards/card-address.ts';
import type { SitePage } from './site-pages.ts';

type Thing = Readonly<Record<string, unknown>>;

const HOME: Thing = {
  '@type': 'Course',
  '@id': absoluteAddress('/'),
  name: 'Event-driven basics',
  url: absoluteAddress('/'),
};

/** What search engines are told of a page in the words of schema.org: the course with its parts, or a part and where it stands. */
export function structuredData(page: SitePage, description: string, pages: readonly SitePage[]): Thing {
  const things = page.path === '/' ? [courseOf(description, pages)] : [partOf(page, description), trailOf(page)];
  return { '@context': 'https://schema.org', '@graph': things };
}

function courseOf(description: string, pages: readonly SitePage[]): Thing {
  const parts = pages.filter(({ minutes }) => minutes !== undefined);
  const whole = parts.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  return {
    ...HOME,
    description,
    image: cardAddress('/'),
    inLanguage: 'en',
    isAccessibleForFree: true,
    provider: { '@type': 'Organization', name: 'Event-driven basics', url: absoluteAddress('/') },
    timeRequired: duration(whole),
    hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'online', courseWorkload: duration(whole) },
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'EUR' },
    hasPart: parts.map((part, index) => ({ ...resourceOf(part), position: index + 1 })),
  };
}

function partOf(page: SitePage, description: string): Thing {
  if (page.minutes === undefined)
    return {
      '@type': 'WebPage',
      name: page.title,
      description,
      url: absoluteAddress(page.path),
      inLanguage: 'en',
      isPartOf: HOME,
    };
  return { ...resourceOf(page), description, image: cardAddress(page.path), isPartOf: HOME };
}

function resourceOf({ title, path, minutes = 0 }: SitePage): Thing {
  return {
    '@type': 'LearningResource',
    name: title,
    url: absoluteAddress(path),
    inLanguage: 'en',
    isAccessibleForFree: true,
    learningResourceType: path.startsWith('/lessons/') ? 'lesson' : 'exercise',
    timeRequired: duration(minutes),
  };
}

function trailOf({ title, path }: SitePage): Thing {
  const step = (position: number, name: string, of: string) => ({
    '@type': 'ListItem',
    position,
    name,
    item: absoluteAddress(of),
  });
  return { '@type': 'BreadcrumbList', itemListElement: [step(1, 'Event-driven basics', '/'), step(2, title, path)] };
}

/** ISO 8601: "PT1H30M". */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes % 60 > 0 || hours === 0 ? `${minutes % 60}M` : ''}`;
}

/** JSON inside of a `<script>`: nothing in it can end the element or begin a comment. */
export function scriptSafe(data: Thing): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
