import { build, button } from './build-element.ts';

/** A button that hands the learner's work over as a file, and words beside it that say how that went. */
export function saveOffer(): HTMLElement {
  const said = build('span');

  async function hand(): Promise<void> {
    // Comes for whoever asks for it.
    const work = await import('./save-work.ts').catch(() => undefined);
    said.textContent = work ? `Saved as ${work.saveWork()}.` : NOT_FETCHED;
  }

  return build(
    'div',
    { class: 'notices-acts' },
    button('Save your work as a file', 'btn', () => void hand()),
    ' ',
    said,
  );
}

export const NOT_FETCHED = 'What saves it could not be fetched. Check the connection, then press again.';
