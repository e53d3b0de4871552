import type { Drawing } from '#timeline/drawing.ts';
import type { Scene } from '#timeline/scene.ts';
import { tall } from '#timeline/tall.ts';
import { wide } from '#timeline/wide.ts';
import { build } from './build-element.ts';
import { isCalm } from './calm.ts';

interface Asked {
  /** Somebody chose an event, by its place in the scene's list. */
  step(event: number): void;
  move(by: -1 | 1 | 'first' | 'last'): void;
  /** Somebody points at an event, or at nothing any more. */
  point(event: number | undefined): void;
  /** Somebody asks for the code behind the step on show. */
  show(): void;
  /** It was drawn anew, for another width. */
  drawn(): void;
}

let drawings = 0;

/** The drawing for the width that there is, and what one does with pointer and keys on it. */
export class TraceViewPicture {
  readonly element: HTMLElement;
  readonly #scene: Scene;
  readonly #asked: Asked;
  readonly #acrossFrom: number;
  readonly #id = `trace-${++drawings}`;
  readonly #watch = new ResizeObserver(([entry]) => this.#resized(entry?.contentRect.width ?? 0));
  #drawing: Drawing | undefined;
  #wanted: number | undefined;

  constructor(
    scene: Scene,
    asked: Asked,
    /** From this width on, in px, time runs across; below it, down. */
    acrossFrom: number,
  ) {
    this.#scene = scene;
    this.#asked = asked;
    this.#acrossFrom = acrossFrom;
    this.element = build('figure', { class: 'tl' });
    this.element.addEventListener('click', (event) => this.#clicked(event));
    this.element.addEventListener('keydown', (event) => this.#key(event));
    for (const name of ['pointerover', 'focusin'] as const)
      this.element.addEventListener(name, (event) => this.#pointed(event));
    for (const name of ['pointerleave', 'focusout'] as const)
      this.element.addEventListener(name, () => this.#pointedAway());
  }

  connect(): void {
    this.#draw(this.element.clientWidth);
    this.#watch.observe(this.element);
  }

  disconnect(): void {
    this.#watch.disconnect();
    if (this.#wanted !== undefined) cancelAnimationFrame(this.#wanted);
    this.#wanted = undefined;
  }

  /** Puts the playhead to an event, and the focus too when it was here before. */
  stepTo(event: number, focus: boolean): void {
    const spot = this.#drawing?.spots.find((s) => s.event === event);
    this.reveal();
    const playhead = this.element.querySelector('.tl-playhead');
    playhead?.setAttribute('visibility', spot ? 'visible' : 'hidden');
    if (spot) playhead?.setAttribute('transform', this.#isTall() ? `translate(0 ${spot.y})` : `translate(${spot.x} 0)`);
    for (const place of this.#places()) {
      const current = Number(place.dataset.event) === event;
      place.setAttribute('tabindex', current ? '0' : '-1');
      if (!current) place.removeAttribute('aria-current');
      else place.setAttribute('aria-current', 'step');
      if (current && focus) place.focus({ preventScroll: false });
    }
  }

  /** Shows the chart only as far as the pen has come between two events; without them, all of it. */
  reveal(from?: number, to?: number, share = 1): void {
    const drawing = this.#drawing;
    const clip = this.element.querySelector('.tl-reveal');
    if (!drawing || !clip) return;
    const a = drawing.spots.find((s) => s.event === from);
    const b = drawing.spots.find((s) => s.event === to);
    const along = this.#isTall() ? 'y' : 'x';
    const reached = a && b ? a[along] + (b[along] - a[along]) * share : undefined;
    if (this.#isTall()) clip.setAttribute('height', String(reached === undefined ? drawing.height : reached + 12));
    else clip.setAttribute('width', String(reached === undefined ? drawing.width : reached + 6));
    if (reached === undefined) return;
    this.element
      .querySelector('.tl-playhead')
      ?.setAttribute('transform', this.#isTall() ? `translate(0 ${reached})` : `translate(${reached} 0)`);
  }

  /** Brings an event's place into view, for whoever asked for it: where time runs down, a drawing is longer than a screen. */
  bring(event: number): void {
    if (!this.#isTall()) return;
    this.#place(event)?.scrollIntoView({ block: 'nearest', behavior: isCalm() ? 'auto' : 'smooth' });
  }

  /** Gives the focus to an event's place. */
  takeFocus(event: number): void {
    this.#place(event)?.focus({ preventScroll: true });
    this.bring(event);
  }

  /** Keeps the playhead in sight of whoever had it in sight one step before. */
  follow(from: number, to: number): void {
    const left = this.#place(from)?.getBoundingClientRect();
    if (left && left.bottom > 0 && left.top < innerHeight) this.#place(to)?.scrollIntoView({ block: 'nearest' });
  }

  #place(event: number): SVGGElement | undefined {
    return this.#places().find((each) => Number(each.dataset.event) === event);
  }

  #isTall(): boolean {
    return this.element.querySelector('.is-tall') !== null;
  }

  #places(): SVGGElement[] {
    return [...this.element.querySelectorAll<SVGGElement>('.tl-spot')];
  }

  #resized(width: number): void {
    if (this.#wanted !== undefined) cancelAnimationFrame(this.#wanted);
    // The height follows the drawing, so drawing inside the observer would make it observe itself.
    this.#wanted = requestAnimationFrame(() => {
      this.#wanted = undefined;
      if (Math.floor(width) !== this.#drawing?.width) this.#draw(width);
    });
  }

  #draw(width: number): void {
    const whole = Math.floor(width);
    if (whole < NARROWEST) return;
    const hadFocus = this.element.contains(document.activeElement);
    const options = { id: this.#id, width: whole, interactive: true };
    this.#drawing = whole >= this.#acrossFrom ? wide(this.#scene, options) : tall(this.#scene, options);
    // Every text in the drawing went through `escaped`: a learner's words cannot become markup here.
    this.element.innerHTML = this.#drawing.svg;
    this.#asked.drawn();
    if (hadFocus) this.element.querySelector<SVGGElement>('.tl-spot[tabindex="0"]')?.focus({ preventScroll: true });
  }

  #clicked(event: Event): void {
    const spot = spotOf(event);
    if (spot) this.#asked.step(Number(spot.dataset.event));
  }

  #key(event: KeyboardEvent): void {
    if (!spotOf(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[event.key];
    if (move !== undefined) this.#asked.move(move);
    else if (event.key === 'Enter' || event.key === ' ') this.#asked.show();
    else return;
    event.preventDefault();
  }

  #pointed(event: Event): void {
    const spot = spotOf(event);
    const message =
      event.target instanceof Element ? event.target.closest<SVGElement>('[data-message]')?.dataset.message : undefined;
    this.#follow(message);
    if (spot && event.type === 'pointerover') this.#asked.point(Number(spot.dataset.event));
    else if (!spot) this.#asked.point(undefined);
  }

  #pointedAway(): void {
    this.#follow(undefined);
    this.#asked.point(undefined);
  }

  /** The marker runs along a message's whole path, waits included. */
  #follow(message: string | undefined): void {
    for (const path of this.element.querySelectorAll<SVGElement>('.tl-follow'))
      path.classList.toggle('is-on', path.dataset.message === message);
  }
}

/** A hidden element has no width, and there is nothing to draw for. */
const NARROWEST = 120;

const MOVES: Readonly<Record<string, -1 | 1 | 'first' | 'last'>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: 'first',
  End: 'last',
};

function spotOf(event: Event): SVGGElement | undefined {
  return event.target instanceof Element ? (event.target.closest<SVGGElement>('.tl-spot') ?? undefined) : undefined;
}
