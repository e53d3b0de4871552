import { whenAboutToEdit } from '#editor/intent.ts';
import { shortcutOf } from '#editor/shortcuts.ts';
import { parsePageExercise } from '#exercise/page-exercise.ts';
import { exerciseProject } from '#stores/exercise-project.ts';
import { pageEngines } from '#stores/page-engines.ts';
import type { Session } from '#stores/session.ts';
import { openSession } from '#stores/session-registry.ts';
import { isCalm } from './calm.ts';
import { EngineSwitch } from './engine-switch.ts';
import { createLibrary, type Library } from './exercise-library.ts';
import { findPart } from './find-part.ts';
import { PaneSwitch } from './pane-switch.ts';
import { PlayConditions } from './play-conditions.ts';
import { TraceView } from './trace-view.ts';
import './pane-separator.ts';
import { RunBar } from './run-bar.ts';
import { openFiles } from './sandbox-files.ts';
import { showNotices } from './sandbox-notices.ts';
import { showStories } from './sandbox-story.ts';
import { SandboxTerminal } from './sandbox-terminal.ts';
import { showVerdicts } from './sandbox-verdicts.ts';
import { SaveStateWords, saveWords } from './save-state.ts';
import { SolutionView } from './solution-view.ts';

/** An exercise at work: makes the server-rendered sandbox edit, run, check and show. Each part of it is a file of its own. */
export class CodeSandbox extends HTMLElement {
  #forget: (() => void)[] = [];

  connectedCallback(): void {
    const session = openSession(parsePageExercise(findPart(this, '.sand-data', HTMLElement).textContent ?? ''));
    const library = createLibrary(this.dataset.library ?? '');
    const status = findPart(this, '[data-part="status"]', HTMLElement);
    const say = (words: string) => {
      status.textContent = words;
    };
    const unsay = (words: string) => {
      if (status.textContent === words) status.textContent = '';
    };
    const reveal = () => this.#reveal();
    const actions = this.#actions(session);
    const files = openFiles(this, session, library, { ...actions, say, unsay });
    this.#forget = [
      () => files.dispose(),
      showNotices(findPart(this, '[data-part="notices"]', HTMLElement), session, pageEngines, say),
      findPart(this, 'engine-switch', EngineSwitch).connect(pageEngines, say),
      ...(this.#isGraded()
        ? [showVerdicts(this, session, files, { next: this.#next(), compare: () => this.#compare(), reveal, say })]
        : []),
      showStories(this, session, files, { reveal, say }),
      whenAboutToEdit(this, session.warm),
      this.#showSaving(session, say),
      this.#showActivity(session),
    ];
    findPart(this, 'run-bar', RunBar).connect(actions);
    this.#connectTerminal(session, library, say);
    if (this.#isGraded()) findPart(this, 'solution-view', SolutionView).connect(session, library);
    else findPart(this, 'play-conditions', PlayConditions).connect(session, files, say);
    this.addEventListener('keydown', (event) => hearShortcut(event, actions));
  }

  disconnectedCallback(): void {
    for (const forget of this.#forget) forget();
  }

  #connectTerminal(session: Session, library: Library, say: (words: string) => void): void {
    const { exercise, draft } = session;
    // A site's owner may not want it.
    const terminal = this.querySelector('sandbox-terminal');
    if (!(terminal instanceof SandboxTerminal)) return;
    terminal.connect({
      engines: pageEngines,
      say,
      async open(size, willing) {
        // Comes with the terminal.
        const { openTerminal } = await import('#stores/terminal.ts');
        const project = () => exerciseProject(library.kit(), []);
        const { machine } = pageEngines;
        return openTerminal({ machine, exercise: exercise.id, draft, given: exercise.given, project }, size, willing);
      },
    });
  }

  #actions(session: Session) {
    const actions = {
      run: () =>
        void session.run().then(() => {
          // Here the timeline lies below all the checks, and a run is pressed to see it.
          if (this.#isSmall() && session.showing.get().kind === 'story') this.#reveal();
        }),
      check: () => (this.#isGraded() ? void session.check('check') : actions.run()),
      deep: () => void session.check('deep'),
      stop: () => session.stop(),
      save: () => session.draft.saveNow(),
    };
    return actions;
  }

  /** A playground has conditions in the place of checks. */
  #isGraded(): boolean {
    return this.querySelector('play-conditions') === null;
  }

  #isSmall(): boolean {
    return findPart(this, 'pane-switch', PaneSwitch).checkVisibility();
  }

  #next() {
    const { next, nextLabel } = this.dataset;
    return next && nextLabel ? { href: next, label: nextLabel } : undefined;
  }

  #compare(): void {
    findPart(this, 'pane-switch', PaneSwitch).show('result');
    findPart(this, 'solution-view', SolutionView).open();
  }

  #reveal(): void {
    findPart(this, 'pane-switch', PaneSwitch).show('result');
    const trace = findPart(this, '[data-part="trace"]', HTMLElement);
    trace.scrollIntoView({ block: 'nearest', behavior: isCalm() ? 'auto' : 'smooth' });
    findPart(trace, 'trace-view', TraceView).takeFocus();
  }

  #showSaving({ draft }: Session, say: (words: string) => void): () => void {
    const words = findPart(this, 'save-state', SaveStateWords);
    const draw = () => words.show(draft.saved.get(), draft.undoable.get(), () => draft.undo());
    const forget = [
      draft.saved.listen((state, before) => {
        draw();
        const isBad = state.kind === 'not saved' || state.kind === 'conflict';
        if (isBad && (!before || saveWords(state) !== saveWords(before))) say(saveWords(state));
      }),
      draft.undoable.listen(draw),
      draft.refusal.listen((because) => because !== undefined && say(because)),
    ];
    draw();
    return () => {
      for (const each of forget) each();
    };
  }

  #showActivity(session: Session): () => void {
    const bar = findPart(this, 'run-bar', RunBar);
    const panes = findPart(this, 'pane-switch', PaneSwitch);
    const draw = () => {
      const activity = session.activity.get();
      bar.show(activity, session.solved.get() && this.#next() !== undefined);
      if (activity.kind === 'busy' && activity.job.kind !== 'worksheet') panes.show('result');
    };
    const forget = [session.activity.listen(draw), session.solved.listen(draw)];
    draw();
    return () => {
      for (const each of forget) each();
    };
  }
}

function hearShortcut(event: KeyboardEvent, actions: { run(): void; check(): void; save(): void }): void {
  const shortcut = event.defaultPrevented ? undefined : shortcutOf(event);
  if (!shortcut) return;
  event.preventDefault();
  actions[shortcut]();
}

customElements.define('code-sandbox', CodeSandbox);
