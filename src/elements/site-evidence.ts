import { parseEvidence } from '#exercise/evidence.ts';
import { progress } from '#stores/progress.ts';
import type { ProgressRecord } from '#stores/progress-record.ts';
import { datedWords } from './dated-evidence.ts';
import { evidenceWords, groupWords, type Standing, standingOf } from './site-progress-words.ts';

/**
 * The squares of one outcome. Each holds its evidence in `data-evidence`; the words count what has been shown. Squares may
 * stand in groups (`data-group`, an address, and `data-title`), and then `data-part="next"` leads to the first that is open.
 * A record of them is made of pieces, each with its evidence in `data-piece` and words that say the day.
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
    const standings = fill(this, all);
    if (words) words.textContent = evidenceWords(standings);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      const counted = group.querySelector('[data-words="group"]');
      if (counted) counted.textContent = groupWords(all, squaresOf(group).map(evidenceIn));
    }
    for (const piece of this.querySelectorAll<HTMLElement>('[data-piece]')) {
      const evidence = parseEvidence(piece.dataset.piece ?? '');
      const square = piece.querySelector('i');
      const words = piece.querySelector('[data-words="dated"]');
      if (square) square.className = classes[standingOf(all, evidence)];
      if (words) words.textContent = datedWords(all, evidence);
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
    this.querySelector('[data-part="whole"]')?.toggleAttribute('hidden', !next.hidden);
    if (!(open instanceof HTMLElement)) return;
    link.href = open.dataset.group ?? '';
    link.textContent = open.dataset.title ?? '';
  }
}

function fill(within: HTMLElement, all: ProgressRecord): readonly Standing[] {
  return squaresOf(within).map((square) => {
    const standing = standingOf(all, evidenceIn(square));
    square.className = classes[standing];
    square.dataset.standing = standing;
    return standing;
  });
}

const squaresOf = (within: HTMLElement) => [...within.querySelectorAll<HTMLElement>('[data-evidence]')];
const evidenceIn = (square: HTMLElement) => parseEvidence(square.dataset.evidence ?? '');

const classes: Record<Standing, string> = { open: '', shown: 'is-shown', helped: 'is-helped' };

customElements.define('site-evidence', SiteEvidence);
