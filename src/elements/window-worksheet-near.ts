import { whenNear } from './when-near.ts';
import { rememberEarly } from './worksheet-early.ts';

whenNear('window-worksheet', {
  load: () => import('./window-worksheet.ts'),
  words: {
    coming: 'Fetching the sheet…',
    failed: 'This sheet could not be fetched whole. Check the connection and reload the page before you write.',
    inPlaceOf: '[data-part="saying"]',
  },
});

rememberEarly();
