import { type Fault, parseScheduleId, scheduleId } from 'lab/authoring';
import { faultsThere, placeWords } from '#grading/fault-words.ts';
import { troubleOf } from '#grading/trouble.ts';
import type { Session } from '#stores/session.ts';
import type { Showing } from '#stores/session-state.ts';
import { build, button } from './build-element.ts';
import { findPart } from './find-part.ts';
import { ProgramSettings } from './program-settings.ts';
import type { SandboxFiles } from './sandbox-files.ts';
import { thrownLines } from './thrown-lines.ts';
import { troubleLines } from './verdict.ts';

type Reached = (Showing & { kind: 'story' })['story']['reached'];

/**
 * Under what a playground runs: knobs, and faults at places that the last run reached. `data-explorable` names whose knobs
 * they are. Every change plays the program again, as soon as it has been run once.
 */
export class PlayConditions extends HTMLElement {
  #forget: (() => void)[] = [];
  #faults: readonly Fault[] = [];
  #reached: Reached = [];

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }

  connect(session: Session, files: SandboxFiles, say: (words: string) => void): void {
    const knobs = findPart(this, '[data-part="knobs"]', HTMLFormElement);
    const add = findPart(this, '[data-part="add"]', HTMLFormElement);
    const point = findPart(add, '[name="point"]', HTMLSelectElement);
    const { goTo } = files;
    const thrown = ({ showing }: Session) => {
      const now = showing.get();
      return now.kind === 'story' ? thrownLines(now.story, goTo) : [];
    };
    const changed = () => {
      this.#tell(session, knobs);
      if (session.showing.get().kind === 'story') void session.run();
    };
    knobs.addEventListener('change', changed);
    knobs.addEventListener('submit', (event) => event.preventDefault());
    point.addEventListener('change', () => this.#offerFaults());
    add.addEventListener('submit', (event) => {
      event.preventDefault();
      const added = parseScheduleId(findPart(add, '[name="fault"]', HTMLSelectElement).value) ?? [];
      this.#keep([...this.#faults.filter((fault) => !added.some((one) => isSame(one, fault))), ...added], changed);
      say('The fault is added.');
    });
    const settings = this.querySelector('program-settings');
    if (settings instanceof ProgramSettings) settings.connect(session.draft, changed);
    this.#forget = [
      session.showing.subscribe((showing) => {
        if (showing.kind !== 'story') return;
        this.#reached = showing.story.reached;
        this.#offerPlaces();
      }),
      session.ended.listen((ended) => {
        const trouble = ended && troubleOf(ended.ending);
        findPart(this, '[data-part="trouble"]', HTMLElement).replaceChildren(
          ...(trouble ? troubleLines(trouble, trouble.headline, 'the run', goTo) : thrown(session)),
        );
        if (trouble) say(`${trouble.headline}. ${trouble.because}`);
        else if (ended) say('Run. What happened is on the timeline.');
      }),
    ];
    this.#keep([], () => this.#tell(session, knobs));
  }

  #tell(session: Session, knobs: HTMLFormElement): void {
    session.conditions.set({
      explorable: this.dataset.explorable ?? '',
      choice: Object.fromEntries([...new FormData(knobs)].map(([knob, option]) => [knob, String(option)])),
      faults: scheduleId(this.#faults),
    });
  }

  #keep(faults: readonly Fault[], changed: () => void): void {
    this.#faults = faults;
    findPart(this, '[data-part="faults"]', HTMLElement).replaceChildren(
      ...faults.map((fault) =>
        build(
          'li',
          {},
          build('span', {}, wordsOf(fault)),
          button('Take away', 'text-button', () => {
            const rest = this.#faults.filter((each) => each !== fault);
            this.#keep(rest, changed);
            findPart(this, 'h3', HTMLElement).focus();
          }),
        ),
      ),
    );
    changed();
  }

  #offerPlaces(): void {
    const add = findPart(this, '[data-part="add"]', HTMLFormElement);
    const point = findPart(add, '[name="point"]', HTMLSelectElement);
    const chosen = point.value;
    point.replaceChildren(
      ...this.#reached.map(([at, verb]) => build('option', { value: at }, capital(placeWords(at, verb)))),
    );
    if (this.#reached.some(([at]) => at === chosen)) point.value = chosen;
    add.hidden = this.#reached.length === 0;
    findPart(this, '[data-part="not-yet"]', HTMLElement).hidden = this.#reached.length > 0;
    this.#offerFaults();
  }

  #offerFaults(): void {
    const point = findPart(this, '[name="point"]', HTMLSelectElement).value;
    const fault = findPart(this, '[name="fault"]', HTMLSelectElement);
    const [at, verb] = this.#reached.find(([each]) => each === point) ?? [];
    const kind = fault.value.split('@')[0];
    const offered = at === undefined || verb === undefined ? [] : faultsThere(at, verb);
    fault.replaceChildren(...offered.map((each) => build('option', { value: scheduleId([each.fault]) }, each.words)));
    const same = offered.find((each) => scheduleId([each.fault]).split('@')[0] === kind);
    if (same) fault.value = scheduleId([same.fault]);
  }
}

const isSame = (one: Fault, other: Fault): boolean => scheduleId([one]) === scheduleId([other]);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function wordsOf(fault: Fault): string {
  if (fault.kind === 'lag') return scheduleId([fault]);
  const verb = fault.point.split(':')[1] as Parameters<typeof placeWords>[1];
  const what = faultsThere(fault.point, verb).find((each) => isSame(each.fault, fault))?.words ?? fault.kind;
  return `${capital(placeWords(fault.point, verb))}: ${what}`;
}

customElements.define('play-conditions', PlayConditions);
