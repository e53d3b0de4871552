import { pageWords, type ReaderWords } from '#grading/reader-words.ts';
import { exercises } from '../grader/exercises.ts';
import { NO_ROOM_EXIT_CODE } from '../job-files.ts';
import { isNoRoom } from '../no-room.ts';
import type { Workers } from '../supervision/workers.ts';
import { asker } from './ask.ts';
import { checkCommand } from './check-command.ts';
import { readCommand } from './command-line.ts';
import { doJob } from './do-job.ts';
import { namedStory } from './named-story.ts';
import { playCommand } from './play-command.ts';
import { readProject } from './project-folder.ts';
import { wordsWhereRead } from './read-where.ts';
import { openScreen } from './screen.ts';
import { storyCalled } from './story-called.ts';
import { threadWorkers } from './thread-workers.ts';

/** Exit codes: every check holds, or the play came to its end; something does not hold; the command could not be obeyed. */
type ExitCode = 0 | 1 | 2 | typeof NO_ROOM_EXIT_CODE;

/** Does what the command line asks for. Never rejects. */
export async function obey(words: readonly string[]): Promise<ExitCode> {
  const read = wordsWhereRead(process.env);
  const workers = threadWorkers({
    script: new URL(import.meta.url),
    readyMs: 20_000,
    memoryMb: 1_000,
    remedy: asClause(words[0] === JOB ? pageWords.afresh : read.afresh),
  });
  try {
    return await obeyWith(workers, words, read);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return isNoRoom(error) ? NO_ROOM_EXIT_CODE : 2;
  } finally {
    workers.dispose();
  }
}

async function obeyWith(workers: Workers, words: readonly string[], read: ReaderWords): Promise<ExitCode> {
  const [first, folder] = words;
  if (first === JOB && folder !== undefined) {
    await doJob(folder, workers, SILENCE_MS);
    return 0;
  }
  const project = await readProject(process.cwd(), read);
  const checks = exercises.get(project.exercise)?.exercise.checks;
  if (!checks) throw new Error(`This grader knows no exercise called ${project.exercise}. ${read.afresh}.`);
  const command = readCommand(words, process.env, checks.length > 0);
  const ask = asker(project, workers, SILENCE_MS, read);
  const screen = openScreen(command.plain, process.env);
  switch (command.kind) {
    case 'start':
      return code(await playCommand(project, checks, { kind: 'run' }, ask, screen));
    case 'check':
      if (checks.length === 0) throw new Error('Nothing is graded here. npm start plays your files.');
      return code(await checkCommand(project, checks, command.depth, ask, screen));
    case 'replay': {
      const named = namedStory(command.words, checks);
      const link = 'badge' in named ? await storyCalled(named.badge, named.check, ask) : named;
      return code(await playCommand(project, checks, { kind: 'replay', ...link }, ask, screen));
    }
  }
}

/** How a page in whose tab this runs asks for one. */
const JOB = 'job';

const asClause = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
const code = (holds: boolean): ExitCode => (holds ? 0 : 1);

/** How long a job may say nothing before its thread is killed: longer than in the page, where nothing is emulated. */
const SILENCE_MS = 2_000;
