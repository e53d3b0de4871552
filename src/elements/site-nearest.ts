import * as v from 'valibot';
import { build } from './build-element.ts';
import { nearestPage } from './nearest-page.ts';

/**
 * On the page that says that there is none: names the page that may have been meant. `data-pages` are titles and paths,
 * `data-base` is what the site's addresses begin with, without a slash at its end.
 */
export class SiteNearest extends HTMLElement {
  connectedCallback(): void {
    const { base = '', pages = '[]' } = this.dataset;
    const path = location.pathname.startsWith(`${base}/`) ? location.pathname.slice(base.length) : location.pathname;
    const page = nearestPage(path, v.parse(known, JSON.parse(pages)));
    if (!page) return;
    const link = build('a', { href: base + page.path + location.hash }, page.title);
    this.replaceChildren(build('p', {}, 'Did you mean ', link, '?'));
  }
}

const known = v.array(v.object({ title: v.string(), path: v.string() }));

customElements.define('site-nearest', SiteNearest);
