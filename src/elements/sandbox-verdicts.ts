import { coverageSentence } from '#grading/coverage-sentence.ts';
import { pageWords } from '#grading/reader-words.ts';
import { type Report, reportBefore, reportOf } from '#grading/report.ts';
import { isBroken } from '#grading/row.ts';
import { troubleOf } from '#grading/trouble.ts';
import { progress } from '#stores/progress.ts';
import { progressOf } from '#stores/progress-record.ts';
import type { Session } from '#stores/session.ts';
import { problemsOf } from '#stores/session-marks.ts';
import type { Grade } from '#stores/session-state.ts';
import { solvedStanding } from '#stores/solved-standing.ts';
import { build, button } from './build-element.ts';
import { CheckPanel } from './check-panel.ts';
import { calendarDay } from './dates.ts';
import { findPart } from './find-part.ts';
import { HintLadder } from './hint-ladder.ts';
import type { SandboxFiles } from './sandbox-files.ts';
import { grownWords } from './site-progress-words.ts';
import { thrownLines } from './thrown-lines.ts';
import { troubleLines } from './verdict.ts';

export interface VerdictActions {
  readonly next: { readonly href: string; readonly label: string } | undefined;
  /** Opens the solution beside the learner's code. */
  compare(): void;
  /** Brings the timeline into view. */
  reveal(): void;
  say(words: string): void;
}

/** The result pane: what Check says, as it comes, and what stands in the way of running. Returns how to stop. */
export function showVerdicts(
  sandbox: HTMLElement,
  session: Session,
  files: SandboxFiles,
  actions: VerdictActions,
): () => void {
  const panel = findPart(sandbox, 'check-panel', CheckPanel);
  const hints = findPart(sandbox, 'hint-ladder', HintLadder);
  const { goTo } = files;
  hints.connect(session.exercise.id);
  panel.connect({
    see(check, schedule) {
      void session.play({ check, schedule }).then(actions.reveal);
    },
    goTo,
    help: { words: () => hints.nextWords(), open: () => hints.openNext() },
  });

  function draw(): void {
    const grade = session.grade.get();
    // What kept the code from being checked says nothing of a run of other code, and of the same code it is said once.
    if (session.ended.get()?.job === 'run' && judgedNothing(grade))
      panel.show(reportBefore(session.exercise.checks), runLines());
    else panel.show(reportFor(session, grade), [...runLines(), ...notes(session, grade, actions)]);
  }

  /** How a run came out: said above the checks, which it does not change. */
  function runLines(): readonly Node[] {
    const ended = session.ended.get();
    if (ended?.job !== 'run') return [];
    const trouble = troubleOf(ended.ending);
    if (!trouble) {
      const see = button('See it on the timeline', 'text-button', actions.reveal);
      const showing = session.showing.get();
      const thrown = showing.kind === 'story' ? thrownLines(showing.story, goTo) : [];
      return [build('div', { class: 'verdict-run' }, build('p', {}, 'Your run came to its end. ', see), ...thrown)];
    }
    return [build('div', { class: 'verdict-run' }, ...troubleLines(trouble, trouble.headline, 'the run', goTo))];
  }

  function ended(): void {
    const done = session.ended.get();
    const problems = done ? problemsOf(done.ending) : [];
    files.area.setProblems(problems);
    if (!done) return;
    if (problems[0]) goTo(problems[0].path, problems[0].line);
    const words = spoken(session, done.job);
    if (words !== '') actions.say(words);
    draw();
  }

  const forget = [
    connectStop(panel, session),
    session.activity.listen(({ kind }) => {
      // Whoever has read a hint below is shown the verdict that they now ask for.
      if (kind === 'busy') findPart(sandbox, '.pane-result', HTMLElement).scrollTop = 0;
    }),
    session.grade.listen(draw),
    session.outdated.listen(draw),
    session.ended.listen(ended),
    progress.all.listen(draw),
  ];
  draw();
  return () => {
    for (const each of forget) each();
  };
}

const judgedNothing = (grade: Grade): boolean => grade.kind === 'checked' && grade.results.length === 0;

function reportFor({ exercise: { checks } }: Session, grade: Grade): Report {
  if (grade.kind === 'not checked') return reportBefore(checks);
  const { results, depth, played, planned, covered } = grade;
  const told = { checks, results, depth, played, planned, covered };
  if (grade.kind === 'checking') return reportOf({ ...told, tookMs: performance.now() - grade.sinceMs });
  return reportOf({ ...told, tookMs: grade.tookMs, ending: grade.ending });
}

/** One sentence for those who do not see the result pane. */
function spoken(session: Session, job: string): string {
  const ended = session.ended.get();
  if (job === 'replay') return '';
  const trouble = ended ? troubleOf(ended.ending) : undefined;
  if (trouble) return `${trouble.headline}. ${trouble.because}`;
  if (job === 'run') return 'Run. What happened is on the timeline.';
  if (job !== 'check') return '';
  const report = reportFor(session, session.grade.get());
  const broken = report.rows.find(isBroken);
  return broken ? `${report.headline}. ${broken.word}: ${broken.title}` : `${report.headline}.`;
}

function notes(session: Session, grade: Grade, { next, compare }: VerdictActions): readonly Node[] {
  if (grade.kind === 'checking') {
    return grade.depth === 'deep' ? coverageSoFar(grade) : [];
  }
  if (session.solved.get()) {
    // Another way to the same promises is worth most to who has just found one.
    const compared = progressOf(progress.all.get(), session.exercise.id).help.solution;
    const solution = button('Compare with the solution', `btn${compared ? '' : ' is-main'}`, compare);
    const look = `btn${compared ? ' is-main' : ''}`;
    const goOn = next && build('a', { class: look, href: next.href, 'data-part': 'next' }, `Go on: ${next.label}`);
    return [build('p', { class: 'all-hold' }, 'Every promise holds. ', solution, ' ', goOn)];
  }
  const changed = session.outdated.get()
    ? [build('p', { class: 'meta' }, 'Your code has changed since this check.')]
    : [];
  return [...changed, ...(grade.kind === 'not checked' ? solvedBefore(session, next) : [])];
}

/** Once it is known how much there is. */
function coverageSoFar(grade: Extract<Grade, { readonly kind: 'checking' }>): readonly Node[] {
  const knowsPairs = grade.covered.some(({ sort }) => sort === 'pairs');
  return knowsPairs ? [build('p', { class: 'meta' }, coverageSentence(grade, pageWords))] : [];
}

/** On small screens, where Run and Check are out of sight, a stop beside what is coming in. It stays one button throughout. */
function connectStop(panel: CheckPanel, session: Session): () => void {
  const stop = findPart(panel, '.stop-here', HTMLButtonElement);
  const press = () => session.stop();
  panel.tabIndex = -1;
  stop.addEventListener('click', press);
  const forget = session.activity.subscribe((activity) => {
    const hadFocus = document.activeElement === stop;
    stop.hidden = activity.kind !== 'busy' || activity.job.kind === 'worksheet';
    if (hadFocus && stop.hidden) panel.focus();
  });
  return () => {
    stop.removeEventListener('click', press);
    forget();
  };
}

function solvedBefore({ exercise, draft }: Session, next: VerdictActions['next']): readonly Node[] {
  const standing = solvedStanding(progressOf(progress.all.get(), exercise.id), exercise.checks);
  if (standing.kind === 'open') return [];
  const { solved } = standing;
  const how = solved.helped ? ', with help' : '';
  const grown = standing.kind === 'reopened' ? ` ${grownWords(standing.grown)}` : '';
  const passed = progress.passedCode(exercise.id);
  return [
    build('p', {}, `You solved this on ${calendarDay(solved.at)}${how}.${grown}`),
    build(
      'p',
      { class: 'check-acts' },
      passed && button('Open the code that passed', 'text-button', () => draft.openPassed(passed)),
      next && build('a', { href: next.href }, `Go on: ${next.label}`),
    ),
  ];
}
