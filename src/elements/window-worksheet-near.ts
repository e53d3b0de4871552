import { whenNear } from './when-near.ts';

whenNear(
  'window-worksheet',
  () => import('./window-worksheet.ts'),
  (sheet) => {
    const keeping = sheet.querySelector('[data-part="keeping"]');
    if (keeping)
      keeping.textContent =
        'This sheet could not be fetched whole. Check the connection and reload the page before you write.';
  },
);
