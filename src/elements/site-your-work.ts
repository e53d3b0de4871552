import { findPart } from './find-part.ts';
import type { YourWork } from './your-work.ts';

/**
 * Saves a learner's work as a file, loads one, and erases all of it. What it does comes for whoever is about to use it.
 * `data-names`: what the course calls things, see `WorkNames`.
 */
export class SiteYourWork extends HTMLElement {
  #work: Promise<YourWork | undefined> | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const pressed = target instanceof Element ? target.closest('button')?.value : undefined;
      if (pressed) void this.#come().then((work) => work?.press(pressed));
    });
    const input = findPart(this, 'input', HTMLInputElement);
    const take = () => {
      const [file] = input.files ?? [];
      if (file) void this.#come().then((work) => work?.open(file));
      // The same file may be chosen again.
      input.value = '';
    };
    input.addEventListener('change', take);
    // It may have been chosen before this worked.
    take();
    for (const sign of ['pointerenter', 'focusin'])
      this.addEventListener(sign, () => void this.#come(), { once: true });
  }

  /** Resolves to undefined when it could not be fetched, which is said. */
  #come(): Promise<YourWork | undefined> {
    this.#work ??= import('./your-work.ts').then(
      ({ openYourWork }) => openYourWork(this),
      () => {
        // Whoever presses again tries again.
        this.#work = undefined;
        const status = this.querySelector('[data-part="status"]');
        if (status)
          status.textContent = 'This part of the page could not be fetched. Check the connection, then press again.';
        return undefined;
      },
    );
    return this.#work;
  }
}

customElements.define('site-your-work', SiteYourWork);
