import { parseArgs } from 'node:util';
import { parseScheduleId } from 'lab/authoring';
import { exercises } from '../grader/exercises.ts';
import { NO_ROOM_EXIT_CODE } from '../job-files.ts';
import { isNoRoom } from '../no-room.ts';
import type { Workers } from '../supervision/workers.ts';
import { asker } from './ask.ts';
import { checkCommand } from './check-command.ts';
import { doJob } from './do-job.ts';
import { playCommand } from './play-command.ts';
import { readProject } from './project-folder.ts';
import { openScreen } from './screen.ts';
import { threadWorkers } from './thread-workers.ts';

/** Exit codes: every check holds, or the play came to its end; something does not hold; the command could not be obeyed. */
type ExitCode = 0 | 1 | 2 | typeof NO_ROOM_EXIT_CODE;

/** Does what the command line asks for. Never rejects. */
export async function obey(words: readonly string[]): Promise<ExitCode> {
  const workers = threadWorkers({ script: new URL(import.meta.url), readyMs: 20_000, memoryMb: 1_000 });
  try {
    return await obeyWith(workers, words);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return isNoRoom(error) ? NO_ROOM_EXIT_CODE : 2;
  } finally {
    workers.dispose();
  }
}

async function obeyWith(workers: Workers, words: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseWords(words);
  const [command, ...rest] = positionals;
  if (command === 'job' && rest[0] !== undefined) {
    await doJob(rest[0], workers, SILENCE_MS);
    return 0;
  }
  const project = await readProject(process.cwd());
  const checks = exercises.get(project.exercise)?.exercise.checks;
  if (!checks) throw new Error(`This grader knows no exercise called ${project.exercise}. Download the project anew.`);
  const ask = asker(project, workers, SILENCE_MS);
  const screen = openScreen(values.plain === true, process.env);
  switch (command) {
    case 'start':
      return code(await playCommand(project, { kind: 'run' }, ask, screen));
    case 'check':
      if (checks.length === 0) throw new Error('Nothing is graded here. npm start plays your files.');
      return code(await checkCommand(project, checks, values.deep ? 'deep' : 'check', ask, screen));
    case 'replay':
      return code(await playCommand(project, replayOf(rest, checks), ask, screen));
    default:
      throw new Error(USAGE);
  }
}

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: { deep: { type: 'boolean' }, plain: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch {
    throw new Error(USAGE);
  }
}

function replayOf(words: readonly string[], checks: readonly { readonly id: string }[]) {
  const [check, schedule] = checks.length > 0 ? words : [undefined, words[0]];
  if (schedule === undefined) throw new Error(USAGE);
  if (!parseScheduleId(schedule)) throw new Error(`“${schedule}” is not a schedule: ${LIKE_A_SCHEDULE}`);
  if (check === undefined) return { kind: 'replay', schedule } as const;
  if (checks.some(({ id }) => id === check)) return { kind: 'replay', check, schedule } as const;
  throw new Error(`No check is called ${check}. There are ${checks.map(({ id }) => id).join(', ')}.`);
}

const LIKE_A_SCHEDULE =
  'one reads like calm, or crash-after@orders:commit:1. npm run check ends with the command for the first story that fails.';

const code = (holds: boolean): ExitCode => (holds ? 0 : 1);

const USAGE = `Use one of these; add --plain (npm start -- --plain) for sentences without drawings:
  npm start
  npm run check
  npm run check -- --deep
  npm run replay -- <check> '<schedule>'`;

/** How long a job may say nothing before its thread is killed: longer than in the page, where nothing is emulated. */
const SILENCE_MS = 2_000;
