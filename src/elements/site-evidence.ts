import { parseEvidence } from '#exercise/evidence.ts';
import { type ProgressRecord, progress } from '#stores/progress.ts';
import { evidenceWords, type Standing, standingOf } from './site-progress-words.ts';

/**
 * The squares of one outcome. Each holds its evidence in `data-evidence`; the words count what has been shown. Squares may
 * stand in groups (`data-group`, an address, and `data-title`), and then `data-part="next"` leads to the first that is open.
 */
export class SiteEvidence extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    this.#forget = progress.all.subscribe((all) => this.#fill(all));
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  #fill(all: ProgressRecord): void {
    const words = this.querySelector('[data-words="all"]');
    if (words) words.textContent = evidenceWords(fill(this, all));
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      const counted = group.querySelector('[data-words="group"]');
      if (counted) counted.textContent = evidenceWords(fill(group, all));
    }
    this.#lead();
  }

  #lead(): void {
    const next = this.querySelector<HTMLElement>('[data-part="next"]');
    const link = next?.querySelector('a');
    if (!next || !link) return;
    const open = [...this.querySelectorAll('[data-group]')].find((group) =>
      group.querySelector('[data-standing="open"]'),
    );
    next.hidden = !(open instanceof HTMLElement);
    if (!(open instanceof HTMLElement)) return;
    link.href = open.dataset.group ?? '';
    link.textContent = open.dataset.title ?? '';
  }
}

function fill(within: HTMLElement, all: ProgressRecord): readonly Standing[] {
  return [...within.querySelectorAll<HTMLElement>('[data-evidence]')].map((square) => {
    const standing = standingOf(all, parseEvidence(square.dataset.evidence ?? ''));
    square.className = classes[standing];
    square.dataset.standing = standing;
    return standing;
  });
}

const classes: Record<Standing, string> = { open: '', shown: 'is-shown', helped: 'is-helped' };

customElements.define('site-evidence', SiteEvidence);
