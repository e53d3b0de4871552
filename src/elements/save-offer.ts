import { build, button } from './build-element.ts';
import { handOver } from './hand-over.ts';

/** A button that hands the learner's work over as a file, and words beside it that say how that went. */
export function saveOffer(): HTMLElement {
  const said = build('span');
  const save = button('Save your work as a file', 'btn', async () => {
    said.textContent = await handOver();
  });
  return build('div', { class: 'notices-acts' }, save, ' ', said);
}
