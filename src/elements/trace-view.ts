import type { Scene, SceneEvent } from '#timeline/scene.ts';
import { NOTHING_TO_SHOW } from '#timeline/scene-about.ts';
import { type Detail, sceneOf } from '#timeline/scene-of.ts';
import type { Place, Story } from '#timeline/story.ts';
import { build } from './build-element.ts';
import { TraceViewHead } from './trace-view-head.ts';
import { TraceViewPicture } from './trace-view-picture.ts';
import { TraceViewSteps } from './trace-view-steps.ts';
import { traceTable } from './trace-view-table.ts';

/** What `step` and `show` tell: the entry, its moment, and where in the learner's code it was asked for. */
export interface TraceStep {
  readonly seq: number;
  readonly at: number;
  readonly place?: Place;
}

/**
 * A story to look at, to step through and to read as a table. Set `story`; until then what the server rendered stays.
 * Tells `step` when somebody steps, `show` when they ask for the code behind a step, `copylink` when they want its address; that one's
 * detail is called with words about how it went. `data-across`: the width in px from which time runs across, where the page wants another.
 */
export class TraceView extends HTMLElement {
  #story: Story | undefined;
  #scene: Scene | undefined;
  #detail: Detail = 'focus';
  #view: 'timeline' | 'table' = 'timeline';
  /** Places in the scene's list that one steps through. */
  #steps: readonly number[] = [];
  #at = 0;
  #head: TraceViewHead | undefined;
  #picture: TraceViewPicture | undefined;
  #bar: TraceViewSteps | undefined;
  #table: HTMLElement | undefined;

  get story(): Story | undefined {
    return this.#story;
  }

  set story(story: Story | undefined) {
    this.#story = story;
    this.#detail = 'focus';
    this.#show();
  }

  /** Draws the story from its beginning, as the button of the steps does. */
  play({ focus }: { readonly focus: boolean }): void {
    if (!this.#bar) return;
    this.#goTo(0, 'none');
    this.#bar.play(focus);
  }

  /** Gives the focus to the step on show: whoever asked for the story goes on from there. */
  takeFocus(): void {
    if (this.#view === 'table') this.#table?.focus({ preventScroll: true });
    else this.#picture?.takeFocus(this.#current());
  }

  disconnectedCallback(): void {
    this.#bar?.stop();
    this.#picture?.disconnect();
  }

  /** Put back into a page, it draws again: sizes were not watched in between. */
  connectedCallback(): void {
    if (this.#story) this.#show();
  }

  #show(): void {
    this.#bar?.stop();
    this.#picture?.disconnect();
    const story = this.#story;
    if (!story) {
      this.replaceChildren();
      return;
    }
    try {
      this.#scene = sceneOf(story, this.#detail);
      this.#build(story, this.#scene);
    } catch (error) {
      this.#scene = undefined;
      const reason = error instanceof Error ? error.message : String(error);
      this.replaceChildren(
        build('p', { class: 'tl-none' }, `This story could not be drawn (${reason}). Its verdict stands as it is.`),
      );
    }
  }

  #build(story: Story, scene: Scene): void {
    this.#steps = scene.events.flatMap((event, i) => (event.quiet ? [] : [i]));
    if (this.#steps.length === 0) {
      this.replaceChildren(build('p', { class: 'tl-none' }, NOTHING_TO_SHOW));
      return;
    }
    this.#at = openingStep(scene, this.#steps);
    this.#head = new TraceViewHead(story, scene, this.#detail, {
      view: (view) => this.#choose(view),
      detail: (detail) => {
        this.#detail = detail;
        this.#show();
        // The button that was pressed is gone; its opposite stands in the same place.
        this.querySelector<HTMLElement>('.tl-about button')?.focus();
      },
      copyLink: () => new Promise((said) => this.dispatchEvent(new CustomEvent('copylink', { detail: said }))),
    });
    this.#picture = new TraceViewPicture(
      scene,
      {
        step: (event) => this.#goTo(this.#steps.indexOf(event), 'picture'),
        move: (by) =>
          this.#goTo(by === 'first' ? 0 : by === 'last' ? this.#steps.length - 1 : this.#at + by, 'picture'),
        point: (event) => this.#bar?.say(event ?? this.#current(), false),
        show: () => this.#tell('show'),
        drawn: () => this.#picture?.stepTo(this.#current(), false),
      },
      Number(this.dataset.across ?? ACROSS_FROM),
    );
    this.#bar = new TraceViewSteps(scene, this.#steps, {
      goTo: (step) => this.#goTo(step, 'bar'),
      bring: (step) => this.#bring(step),
      reveal: (from, to, share) => this.#picture?.reveal(from, to, share),
      follow: (from, to) => this.#picture?.follow(from, to),
      step: () => this.#at,
    });
    this.#table = traceTable(scene, this.#steps, (step) => this.#goTo(step, 'table'));
    this.replaceChildren(this.#head.element, this.#picture.element, this.#table, this.#bar.element);
    this.#choose(this.#view);
    this.#picture.connect();
    this.#showStep('none');
  }

  #choose(view: 'timeline' | 'table'): void {
    this.#view = view;
    this.#head?.choose(view);
    if (this.#picture) this.#picture.element.hidden = view !== 'timeline';
    if (this.#table) this.#table.hidden = view !== 'table';
  }

  #current(): number {
    return this.#steps[this.#at] ?? 0;
  }

  #goTo(step: number, from: 'picture' | 'bar' | 'table' | 'none'): void {
    if (step < 0 || step >= this.#steps.length) return;
    this.#at = step;
    this.#showStep(from);
    this.#tell('step');
  }

  #bring(step: number): void {
    if (this.#view === 'timeline') this.#picture?.bring(this.#steps[step] ?? 0);
    else this.#table?.querySelector(`tr[data-step="${step}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  #showStep(from: 'picture' | 'bar' | 'table' | 'none'): void {
    this.#picture?.stepTo(this.#current(), from === 'picture');
    // What has the focus is read by its own name; only a step from elsewhere is announced.
    this.#bar?.say(this.#current(), from === 'bar');
    this.#bar?.count(this.#at);
    for (const row of this.#table?.querySelectorAll('tr[data-step]') ?? []) {
      if (Number(row.getAttribute('data-step')) === this.#at) row.setAttribute('aria-current', 'step');
      else row.removeAttribute('aria-current');
    }
  }

  #tell(name: 'step' | 'show'): void {
    const event = this.#scene?.events[this.#current()];
    if (event) this.dispatchEvent(new CustomEvent<TraceStep>(name, { bubbles: true, detail: stepOf(event) }));
  }
}

function stepOf(event: SceneEvent): TraceStep {
  const seq = event.seqs.at(-1) ?? 0;
  return event.place === undefined ? { seq, at: event.at } : { seq, at: event.at, place: event.place };
}

/** From this width on time runs across; below it, down. */
const ACROSS_FROM = 720;

/** The last mark that the verdict rests on; without a verdict, the beginning. */
function openingStep(scene: Scene, steps: readonly number[]): number {
  return Math.max(
    0,
    steps.findLastIndex((i) => scene.events[i]?.marked),
  );
}

if (!customElements.get('trace-view')) customElements.define('trace-view', TraceView);

declare global {
  interface HTMLElementTagNameMap {
    'trace-view': TraceView;
  }
}
