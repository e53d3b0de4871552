import type { YourWork } from './your-work.ts';

/**
 * Saves a learner's work as a file, loads one, and erases all of it. What it does comes for whoever is about to use it.
 * `data-names`: what the course calls things, see `WorkNames`.
 */
export class SiteYourWork extends HTMLElement {
  #work: Promise<YourWork | undefined> | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input');
    this.addEventListener('click', ({ target }) => {
      const pressed = target instanceof Element ? target.closest('button')?.value : undefined;
      // A browser opens the list of files only while it answers the click.
      if (pressed === 'load') input?.click();
      else if (pressed) void this.#come().then((work) => work?.press(pressed));
    });
    input?.addEventListener('change', () => {
      const [file] = input.files ?? [];
      // The same file may be chosen again.
      if (file) void this.#come().then((work) => work?.open(file));
      input.value = '';
    });
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
