import type { Scene } from '#timeline/scene.ts';
import { build, buildSvg } from './build-element.ts';
import { isCalm } from './calm.ts';
import { saying } from './trace-view-saying.ts';

interface Asked {
  goTo(step: number): void;
  /** Somebody asked for this step. */
  bring(step: number): void;
  /** Draws as far as the pen has come from one event to the next. */
  reveal(from: number, to: number, share: number): void;
  /** The pen has come from one event to the next. */
  follow(from: number, to: number): void;
  /** The step on show. */
  step(): number;
}

/** Back, play slowly, on; the sentence of the step; which step it is of how many. */
export class TraceViewSteps {
  readonly element: HTMLElement;
  readonly #scene: Scene;
  readonly #steps: readonly number[];
  readonly #asked: Asked;
  readonly #say = build('p', { class: 'tl-say' });
  readonly #count = build('span', { class: 'tl-count' });
  readonly #spoken = build('p', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  readonly #play: HTMLButtonElement;
  #frame: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(scene: Scene, steps: readonly number[], asked: Asked) {
    this.#scene = scene;
    this.#steps = steps;
    this.#asked = asked;
    this.#play = iconButton('Play slowly', PLAY, () => (this.#isPlaying() ? this.stop() : this.#start()));
    const back = iconButton('Step back', BACK, () => this.#move(-1));
    const on = iconButton('Step on', ON, () => this.#move(1));
    this.element = build(
      'div',
      { class: 'tl-steps' },
      build('div', { class: 'tl-keys' }, back, this.#play, on),
      this.#say,
      this.#count,
      this.#spoken,
    );
  }

  /** Shows an event's sentence, and speaks it when nothing else does. */
  say(event: number, aloud: boolean): void {
    const what = this.#scene.events[event];
    if (!what) return;
    this.#say.replaceChildren(...saying(what, this.#scene));
    if (aloud) this.#spoken.textContent = `${Math.round(what.at)} ms. ${what.sentence}`;
  }

  /** Begins to play. `focus`: the button that stops it has it from now on. */
  play(focus: boolean): void {
    this.#start();
    if (focus) this.#play.focus();
  }

  count(step: number): void {
    this.#count.textContent = `step ${step + 1} of ${this.#steps.length}`;
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    const played = this.#isPlaying();
    this.#frame = undefined;
    this.#timer = undefined;
    setIcon(this.#play, 'Play slowly', PLAY);
    if (played) this.#asked.goTo(this.#asked.step());
  }

  #isPlaying(): boolean {
    return this.#frame !== undefined || this.#timer !== undefined;
  }

  #move(by: 1 | -1): void {
    this.stop();
    this.#asked.goTo(this.#asked.step() + by);
    this.#asked.bring(this.#asked.step());
  }

  #start(): void {
    setIcon(this.#play, 'Stop playing', STOP);
    if (this.#asked.step() >= this.#steps.length - 1) this.#asked.goTo(0);
    this.#next();
  }

  /** Only the pen moves; who wants less motion gets the steps alone. */
  #next(): void {
    const step = this.#asked.step();
    if (step >= this.#steps.length - 1) {
      this.stop();
      return;
    }
    if (isCalm()) {
      this.#timer = setTimeout(() => this.#arrive(step + 1), STEP_MS);
      return;
    }
    const began = performance.now();
    const draw = (now: number): void => {
      const share = Math.min(1, (now - began) / STEP_MS);
      this.#asked.reveal(this.#steps[step]!, this.#steps[step + 1]!, share);
      this.#frame = share < 1 ? requestAnimationFrame(draw) : requestAnimationFrame(() => this.#arrive(step + 1));
    };
    this.#frame = requestAnimationFrame(draw);
  }

  #arrive(step: number): void {
    const from = this.#asked.step();
    this.#asked.goTo(step);
    this.#asked.follow(this.#steps[from]!, this.#steps[step]!);
    // Going to a step shows the whole chart; while the pen moves, what it has not drawn is not there.
    if (step < this.#steps.length - 1) this.#asked.reveal(this.#steps[step]!, this.#steps[step]!, 1);
    this.#next();
  }
}

/** How long the pen takes from one event to the next. */
const STEP_MS = 1_100;

const BACK = 'M5 4v12M15 4.5L8 10l7 5.5Z';
const PLAY = 'M6.5 4.5L15 10l-8.5 5.5Z';
const ON = 'M15 4v12M5 4.5L12 10l-7 5.5Z';
const STOP = 'M5.5 5.5h9v9h-9Z';

function iconButton(name: string, d: string, act: () => void): HTMLButtonElement {
  const made = build('button', { type: 'button', class: 'icon' });
  made.addEventListener('click', act);
  setIcon(made, name, d);
  return made;
}

function setIcon(button: HTMLButtonElement, name: string, d: string): void {
  button.setAttribute('aria-label', name);
  button.replaceChildren(buildSvg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, buildSvg('path', { d })));
}
