import { engineSettings, isolationSetting } from './engine-settings.ts';

/**
 * What whoever runs this site may want to set; each value can come from the environment of the build. A link whose
 * address is not set is not shown.
 */
export const settings = {
  /** Where the site is published, without a path: canonical addresses are made from it. */
  siteUrl: process.env.SITE_URL ?? 'http://localhost:4321',
  /** The path that the site is published under, with a slash at both ends. */
  basePath: process.env.BASE_PATH ?? '/',
  /** The roadmap that this course is one bullet of. */
  backendRoadmapUrl: process.env.BACKEND_ROADMAP_URL ?? 'https://roadmap.sh/backend',
  /** Where a reader tells of a problem, such as the repository's page for a new issue. */
  reportUrl: process.env.REPORT_URL,
  /** The repository's editor; the path of a page's source is put behind it. */
  editUrl: process.env.EDIT_URL,
  /** What runs learner code: see `engine-settings.ts`. */
  engines: engineSettings(process.env),
  /** `worker` lets a service worker add the headers that isolate a page, for hosts that cannot send them. */
  isolation: isolationSetting(process.env),
};
