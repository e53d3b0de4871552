import { settingIn, withSetting } from 'lab/authoring';
import type { Draft } from '#stores/draft.ts';
import { findPart } from './find-part.ts';

/**
 * Knobs that write constants of the learner's `settings.ts`, and follow what is written there by hand. A knob whose line is
 * gone is not to be turned, and says so.
 */
export class ProgramSettings extends HTMLElement {
  #forget = () => {};

  disconnectedCallback(): void {
    this.#forget();
  }

  /** `changed` is called after a knob has written. */
  connect(draft: Draft, changed: () => void): void {
    const form = findPart(this, 'form', HTMLFormElement);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const text = withSetting(textOf(draft), target.name, target.value);
      if (text === undefined) return;
      draft.write(FILE, text);
      changed();
    });
    this.#forget();
    this.#forget = draft.files.subscribe(() => this.#follow(textOf(draft)));
  }

  #follow(text: string): void {
    const gone = new Set<string>();
    for (const input of this.querySelectorAll('input')) {
      const value = settingIn(text, input.name);
      input.checked = value !== undefined && asNumber(value) === asNumber(input.value);
      input.disabled = value === undefined;
      if (value === undefined) gone.add(input.name);
    }
    const says = findPart(this, '[data-part="says"]', HTMLElement);
    const words =
      gone.size === 0
        ? `These write into your ${FILE}.`
        : `${FILE} has no line “export const ${[...gone].join(' = …;”, no “export const ')} = …;”, so there is nothing to turn. Reset ${FILE} to have it back.`;
    if (says.textContent !== words) says.textContent = words;
  }
}

const FILE = 'settings.ts';
const textOf = (draft: Draft): string => draft.files.get().find(({ path }) => path === FILE)?.text ?? '';
/** 1_000 and 1000 are one value. */
const asNumber = (value: string): string => value.replaceAll('_', '');

customElements.define('program-settings', ProgramSettings);
