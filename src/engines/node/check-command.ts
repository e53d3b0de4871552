import { scheduleId } from 'lab/authoring';
import { terminalWords } from '#grading/reader-words.ts';
import type { GradedResult, Grading } from '#grading/report.ts';
import { reportOf } from '#grading/report.ts';
import { textProgress } from '#grading/text-progress.ts';
import { textReport } from '#grading/text-report.ts';
import type { Scene } from '#timeline/scene.ts';
import { sceneOf } from '#timeline/scene-of.ts';
import type { Told } from '../engine.ts';
import type { Ask } from './ask.ts';
import type { ProjectFolder } from './project-folder.ts';
import { quoted } from './quotes.ts';
import type { Screen } from './screen.ts';

/** What a check of the exercise is called. */
export type CheckTitles = Grading['checks'];

/** Grades the project's files in the words of the page. Resolves with true when every check holds. */
export async function checkCommand(
  { files }: ProjectFolder,
  checks: CheckTitles,
  depth: 'check' | 'deep',
  ask: Ask,
  screen: Screen,
): Promise<boolean> {
  const beganAt = performance.now();
  let grading: Grading = { checks, results: [], depth, played: 0, planned: 0, covered: [], tookMs: 0 };
  const hear = (told: Told) => {
    grading = { ...heard(grading, told), tookMs: performance.now() - beganAt };
    const report = reportOf(grading, terminalWords);
    if (report.kind === 'checking') screen.draw(textProgress(report, screen.options));
  };
  const ending = await ask({ kind: 'check', depth }, hear);
  const report = reportOf({ ...grading, tookMs: performance.now() - beganAt, ending }, terminalWords);
  const broken = firstBroken(grading);
  const stories = broken ? await storyOf(broken, ask) : undefined;
  screen.print(textReport(report, { ...screen.options, files, ...(stories ? { stories } : {}) }));
  if (broken) screen.print(`\nOnce more: npm run replay -- ${broken.check} ${quoted(scheduleId(broken.schedule))}`);
  return ending.kind === 'done' && grading.results.every(({ outcome }) => outcome === 'passed');
}

function heard(grading: Grading, told: Told): Grading {
  if (told.kind === 'progress')
    return { ...grading, played: told.played, planned: told.planned, covered: told.covered };
  if (told.kind !== 'result') return grading;
  const result: GradedResult = { ...told.result, ...(told.place ? { place: told.place } : {}) };
  return { ...grading, results: [...grading.results.filter(({ check }) => check !== result.check), result] };
}

type Broken = Exclude<GradedResult, { readonly outcome: 'passed' }>;

/** The page opens at the first check, in their order, that did not pass; so does this. */
function firstBroken({ checks, results }: Grading): Broken | undefined {
  for (const { id } of checks) {
    const result = results.find(({ check }) => check === id);
    if (result && result.outcome !== 'passed') return result;
  }
  return undefined;
}

async function storyOf({ check, schedule }: Broken, ask: Ask): Promise<ReadonlyMap<string, Scene>> {
  const stories = new Map<string, Scene>();
  await ask({ kind: 'replay', check, schedule: scheduleId(schedule) }, (told) => {
    if (told.kind === 'story') stories.set(check, sceneOf(told.story));
  });
  return stories;
}
