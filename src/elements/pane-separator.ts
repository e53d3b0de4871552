import { preferences } from '#stores/preferences.ts';

/** Divides code and result by pointer or by arrow keys, and remembers where. */
export class PaneSeparator extends HTMLElement {
  #forget: (() => void) | undefined;

  connectedCallback(): void {
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('pointerdown', (event) => this.#drag(event));
    this.addEventListener('dblclick', () => this.#set(0.57));
    this.#forget = preferences.values.subscribe(({ split }) => {
      this.closest<HTMLElement>('.sand')?.style.setProperty('--split', String(split));
      this.setAttribute('aria-valuenow', String(Math.round(split * 100)));
      this.setAttribute('aria-valuetext', `Code ${Math.round(split * 100)} percent wide`);
    });
  }

  disconnectedCallback(): void {
    this.#forget?.();
  }

  #key(event: KeyboardEvent): void {
    const split = preferences.values.get().split;
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: split - step,
      ArrowRight: split + step,
      Home: least,
      End: most,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#set(next);
  }

  #drag(event: PointerEvent): void {
    const body = this.parentElement;
    if (!body || event.button !== 0) return;
    this.setPointerCapture(event.pointerId);
    this.classList.add('is-dragged');
    const move = ({ clientX }: PointerEvent) => {
      const { left, width } = body.getBoundingClientRect();
      this.#set((clientX - left) / width);
    };
    const end = () => {
      this.classList.remove('is-dragged');
      this.removeEventListener('pointermove', move);
    };
    this.addEventListener('pointermove', move);
    this.addEventListener('lostpointercapture', end, { once: true });
  }

  #set(split: number): void {
    preferences.set({ split: Math.round(Math.min(most, Math.max(least, split)) * 1_000) / 1_000 });
  }
}

const least = 0.3;
const most = 0.75;
const step = 0.02;

customElements.define('pane-separator', PaneSeparator);
