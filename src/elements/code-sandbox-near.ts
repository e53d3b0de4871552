import { build } from './build-element.ts';
import { whenNear } from './when-near.ts';

whenNear(
  'code-sandbox',
  () => import('./code-sandbox.ts'),
  (sandbox) => {
    const notice = build(
      'p',
      { class: 'notice' },
      'The sandbox could not be fetched. Check the connection and reload the page; nothing is lost.',
    );
    sandbox.querySelector('[data-part="notices"]')?.replaceChildren(notice);
  },
);
