import { parseScheduleId, scheduleBadge } from 'lab/authoring';
import { hasOutage } from '#grading/outage.ts';
import type { Scene } from '#timeline/scene.ts';
import { aboutWords, leftOut } from '#timeline/scene-about.ts';
import type { Detail } from '#timeline/scene-of.ts';
import type { Story } from '#timeline/story.ts';
import { build, button } from './build-element.ts';

interface Asked {
  view(view: 'timeline' | 'table'): void;
  detail(detail: Detail): void;
  /** Puts the story's address where it can be pasted, and answers how that went, in words. */
  copyLink(): Promise<string>;
}

/** Above the picture: what it is about, its schedule, a link to it, and the choice between picture and table. */
export class TraceViewHead {
  readonly element: HTMLElement;
  readonly #views = new Map<'timeline' | 'table', HTMLButtonElement>();

  constructor(story: Story, scene: Scene, detail: Detail, asked: Asked) {
    this.#views.set(
      'timeline',
      button('Timeline', '', () => asked.view('timeline')),
    );
    this.#views.set(
      'table',
      button('Table', '', () => asked.view('table')),
    );
    this.element = build(
      'div',
      { class: 'tl-top' },
      ...aboutOf(scene, detail, asked),
      ...scheduleOf(story),
      // Only a story that a check is about has an address of its own.
      ...(story.check === undefined ? [] : copyLink(asked)),
      build('div', { class: 'tl-views', role: 'group', 'aria-label': 'View' }, ...this.#views.values()),
    );
  }

  choose(view: 'timeline' | 'table'): void {
    for (const [name, choice] of this.#views) choice.setAttribute('aria-pressed', String(name === view));
  }
}

/** The answer stands beside the button that asked. */
function copyLink(asked: Asked): HTMLElement[] {
  const said = build('span', { class: 'tl-said' });
  const act = button('Copy link', 'text-button', async () => {
    said.textContent = await asked.copyLink();
  });
  return [act, said];
}

function aboutOf(scene: Scene, detail: Detail, asked: Asked): HTMLElement[] {
  if (detail === 'all') {
    const less = button('Only what matters here', 'text-button', () => asked.detail('focus'));
    return [build('p', { class: 'tl-about' }, 'Everything that happened. ', less)];
  }
  const about = aboutWords(scene);
  if (about === undefined) return [];
  const more = button(`Show everything, ${leftOut(scene)} more`, 'text-button', () => asked.detail('all'));
  return [build('p', { class: 'tl-about' }, `${about} `, more)];
}

/** The badge to read aloud, and the text that the story can be played from anywhere. */
function scheduleOf(story: Story): HTMLElement[] {
  const schedule = parseScheduleId(story.schedule);
  if (!schedule || schedule.length === 0)
    return [build('span', { class: 'tl-chip' }, hasOutage(story.trace) ? 'no fault but the outage' : 'calm')];
  const badge = build('span', { class: 'tl-chip' }, `schedule ${scheduleBadge(schedule)}`);
  return [badge, build('code', { class: 'tl-schedule' }, story.schedule)];
}
