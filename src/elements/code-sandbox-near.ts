import { shortcutOf } from '#editor/shortcuts.ts';
import { whenNear } from './when-near.ts';

whenNear('code-sandbox', {
  load: () => import('./code-sandbox.ts'),
  words: {
    coming: 'Fetching the sandbox…',
    failed: 'The sandbox could not be fetched. Check the connection and reload the page; nothing is lost.',
    inPlaceOf: '[data-part="editor-words"]',
  },
  pressedBy(event, sandbox) {
    const shortcut = shortcutOf(event);
    const named = (name: string) => sandbox.querySelector<HTMLElement>(`button[value="${name}"]`);
    // Nothing can have been written yet, so there is nothing to save; and a playground has nothing to check.
    if (shortcut === 'save') return null;
    return shortcut && (named(shortcut) ?? named('run'));
  },
});
