import { NO_ROOM_EXIT_CODE } from '../job-files.ts';
import { isNoRoom } from '../no-room.ts';
import { doJob } from './do-job.ts';
import { threadWorkers } from './thread-workers.ts';

/** Does what the command line asks for, and resolves with the exit code. */
export async function obey([command, ...rest]: readonly string[]): Promise<number> {
  const workers = threadWorkers({ script: new URL(import.meta.url), readyMs: 20_000, memoryMb: 1_000 });
  try {
    if (command === 'job' && rest[0] !== undefined) {
      await doJob(rest[0], workers, SILENCE_MS);
      return 0;
    }
    return 2;
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    console.error(error);
    return NO_ROOM_EXIT_CODE;
  } finally {
    workers.dispose();
  }
}

/** How long a job may say nothing before its thread is killed: longer than in the page, where nothing is emulated. */
const SILENCE_MS = 2_000;
