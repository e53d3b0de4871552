import { scheduleId } from 'lab/authoring';
import { atom, computed, type ReadableAtom, type WritableAtom } from 'nanostores';
import type { EngineState, Job, SandboxEngine, Told } from '#engines/engine.ts';
import type { SourceFile } from '#exercise/exercise-data.ts';
import type { PageExercise } from '#exercise/page-exercise.ts';
import type { Ending } from '#grading/ending.ts';
import { misfitSentence } from '#grading/misfit.ts';
import { readStoryLink, type StoryLink } from '#grading/story-link.ts';
import type { Draft } from './draft.ts';
import { sameFiles } from './draft-files.ts';
import type { Progress } from './progress.ts';
import { beginGrade, endGrade, firstBroken, hearGrade, holdsWhole, passedChecks } from './session-grade.ts';
import type { Activity, Comparison, Conditions, Depth, Ended, Grade, Showing } from './session-state.ts';

/** One exercise on one page: the learner's draft, and what running and checking it has told. No DOM. */
export interface Session {
  readonly exercise: PageExercise;
  readonly draft: Draft;
  readonly engine: ReadableAtom<EngineState>;
  readonly activity: ReadableAtom<Activity>;
  readonly grade: ReadableAtom<Grade>;
  readonly showing: ReadableAtom<Showing>;
  readonly comparison: ReadableAtom<Comparison>;
  /** What Run runs under; calm weather without them. */
  readonly conditions: WritableAtom<Conditions | undefined>;
  /** How the last job ended; nothing while one is under way. */
  readonly ended: ReadableAtom<Ended | undefined>;
  /** The draft is no longer what the grade speaks of. */
  readonly outdated: ReadableAtom<boolean>;
  /** Every check holds for the draft as it is now. */
  readonly solved: ReadableAtom<boolean>;
  /** Makes the engine warm, so that the first click is answered as fast as the others. */
  warm(): void;
  run(): Promise<void>;
  /** Grades the draft, then shows the story of the first check that did not pass. */
  check(depth: Depth): Promise<void>;
  /** Plays one story of the draft once more, with source positions. */
  play(link: StoryLink): Promise<void>;
  compare(answers: Readonly<Record<string, string>>): Promise<void>;
  /** Reads the address's fragment; offers the story that it names, and runs nothing. True when it speaks of a story. */
  offer(fragment: unknown): boolean;
  /** Puts the code that came with an offered story in place of the draft, as `openShared` does. Rejects when what reads it cannot be fetched. */
  openOffered(): Promise<void>;
  stop(): void;
}

export interface SessionParts {
  readonly exercise: PageExercise;
  readonly draft: Draft;
  readonly engine: SandboxEngine;
  readonly progress: Progress;
  /** The page's own clock, in milliseconds. */
  readonly now?: () => number;
}

export function createSession(parts: SessionParts): Session {
  const { exercise, draft, engine, progress, now = () => performance.now() } = parts;
  const activity = atom<Activity>({ kind: 'idle' });
  const grade = atom<Grade>({ kind: 'not checked' });
  const showing = atom<Showing>({ kind: 'nothing' });
  const comparison = atom<Comparison>({ kind: 'not compared' });
  const conditions = atom<Conditions | undefined>();
  const ended = atom<Ended | undefined>();
  let newest = 0;
  let newestCheck = 0;

  /** Runs a job that a newer one may replace; only the newest may say that nothing is under way any more. */
  async function perform(
    job: Job,
    code: readonly SourceFile[],
    hear: (told: Told) => void,
    settle: (performed: Performed) => void = () => {},
  ): Promise<Performed> {
    const mine = ++newest;
    const sinceMs = now();
    ended.set(undefined);
    activity.set({ kind: 'busy', job, sinceMs });
    const came = await engine.run(exercise.id, code, job, (told) => {
      if (mine === newest) hear(told);
    });
    const replaced = mine !== newest;
    const ending: Ending = replaced && came.kind === 'stopped' ? { ...came, by: 'another job' } : came;
    const performed = { ending, tookMs: now() - sinceMs, replaced };
    // Whoever hears that a job has ended finds its outcome in place.
    settle(performed);
    if (!performed.replaced) {
      ended.set({ job: job.kind, ending });
      activity.set({ kind: 'idle' });
    }
    return performed;
  }

  async function show(link: StoryLink, job: Job, code: readonly SourceFile[]): Promise<void> {
    showing.set({ kind: 'playing', link });
    const { ending, replaced } = await perform(job, code, (told) => {
      if (told.kind !== 'story' && told.kind !== 'demonstrated') return;
      const misfit = misfitSentence(told.story.unreached, exercise.checks.length > 0);
      const says = told.kind === 'demonstrated' ? { says: told.says } : {};
      showing.set({ kind: 'story', link, story: told.story, code, ...says, ...(misfit ? { misfit } : {}) });
    });
    const unfinished = showing.get();
    if (unfinished.kind !== 'playing' || unfinished.link !== link) return;
    showing.set(replaced ? { kind: 'nothing' } : { kind: 'broken off', link, ending });
  }

  function keep(code: readonly SourceFile[]): void {
    const done = grade.get();
    if (done.kind !== 'checked' || done.ending.kind !== 'done') return;
    const passed = passedChecks(done);
    if (passed.length > 0) progress.checksPassed(exercise.id, passed);
    if (holdsWhole(done, exercise.checks)) {
      progress.solved(
        exercise.id,
        code,
        exercise.checks.map(({ id }) => id),
      );
    }
  }

  async function check(depth: Depth): Promise<void> {
    const mine = ++newestCheck;
    const code = draft.files.get();
    grade.set(beginGrade(depth, code, now()));
    const { replaced } = await perform(
      { kind: 'check', depth },
      code,
      (told) => grade.set(hearGrade(grade.get(), told)),
      ({ ending, tookMs }) => {
        // A newer check has begun its own grade; any other job leaves this one as far as it came.
        if (mine !== newestCheck) return;
        grade.set(endGrade(grade.get(), ending, tookMs));
        keep(code);
      },
    );
    const broken = firstBroken(grade.get(), exercise.checks);
    if (replaced) return;
    if (!broken) {
      const now = showing.get();
      // A run of the same code is still worth looking at.
      const isItsRun = now.kind === 'story' && now.link.check === undefined && sameFiles(now.code, code);
      if (!isItsRun) showing.set({ kind: 'nothing' });
      return;
    }
    const link = { check: broken.check, schedule: scheduleId(broken.schedule) };
    await show(link, { kind: 'replay', ...link }, code);
  }

  async function compare(answers: Readonly<Record<string, string>>): Promise<void> {
    const code = draft.files.get();
    const comparing: Comparison = { kind: 'comparing' };
    comparison.set(comparing);
    const { ending } = await perform({ kind: 'worksheet', answers }, code, (told) => {
      if (told.kind !== 'judged') return;
      comparison.set({ kind: 'compared', fields: told.fields, story: told.story, answers, code });
    });
    // A newer comparison has said so itself.
    if (comparison.get() === comparing) comparison.set({ kind: 'broken off', ending });
  }

  function run(): Promise<void> {
    const under = conditions.get();
    const job: Job = under ? { kind: 'explore', ...under } : { kind: 'run' };
    return show({ schedule: under?.faults ?? 'calm' }, job, draft.files.get());
  }

  const outdated = computed([grade, draft.files], (current, files) => {
    return current.kind !== 'not checked' && !sameFiles(current.code, files);
  });

  return {
    exercise,
    draft,
    engine: engine.state,
    activity,
    grade,
    showing,
    comparison,
    conditions,
    ended,
    outdated,
    solved: computed([grade, outdated], (current, old) => !old && holdsWhole(current, exercise.checks)),
    warm: () => void engine.boot(),
    run,
    check,
    play: (link) => show(link, { kind: 'replay', ...link }, draft.files.get()),
    compare,
    offer(fragment) {
      const reading = readStoryLink(fragment, exercise.checks);
      if (reading.kind === 'story') {
        const { link, packed } = reading;
        showing.set(packed === undefined ? { kind: 'offered', link } : { kind: 'offered', link, packed });
      }
      if (reading.kind === 'broken') showing.set({ kind: 'refused', because: reading.because });
      return reading.kind !== 'none';
    },
    async openOffered() {
      const offered = showing.get();
      if (offered.kind !== 'offered' || offered.packed === undefined) return;
      const { unpackCode } = await import('./shared-code.ts');
      const unpacked = unpackCode(offered.packed);
      if (showing.get() !== offered) return;
      if (unpacked.kind === 'broken') {
        showing.set({ kind: 'refused', because: unpacked.because });
        return;
      }
      draft.openShared(unpacked.files);
      // Refused, it is still offered.
      if (draft.refusal.get() === undefined) showing.set({ kind: 'offered', link: offered.link });
    },
    stop: () => engine.stop(),
  };
}

interface Performed {
  readonly ending: Ending;
  readonly tookMs: number;
  /** A newer job took the engine. */
  readonly replaced: boolean;
}
