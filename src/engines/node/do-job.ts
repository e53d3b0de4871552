import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Ending } from '../engine.ts';
import type { Asked } from '../grader/grade.ts';
import { ASKED_FILE } from '../job-files.ts';
import { superviseJob } from '../supervision/supervise-job.ts';
import type { Workers } from '../supervision/workers.ts';
import { openMailbox } from './mailbox.ts';

/**
 * Does the job that lies as `asked.json` in a folder, and tells what happens in numbered files beside it: learners can print
 * anything, so nothing that is judged goes over the output. Rejects when the folder cannot be read or written.
 */
export async function doJob(folder: string, workers: Workers, silenceMs: number): Promise<void> {
  const asked = parseAsked(await readFile(join(folder, ASKED_FILE), 'utf8'));
  const mailbox = openMailbox(folder);
  const ending = await superviseJob({
    workers,
    asked,
    hear: (told) => mailbox.say({ kind: 'told', told }),
    stopped: mailbox.broken,
    silenceMs,
  }).catch((error: Error): Ending => ({ kind: 'engine failed', because: error.message }));
  mailbox.say({ kind: 'ended', ending });
  await mailbox.close();
}

/** The page has written it, and learners can write there, too. */
function parseAsked(text: string): Asked {
  return { ...v.parse(askedSchema, JSON.parse(text)), pace: { kind: 'fast' } };
}

const choice = v.record(v.string(), v.string());
const askedSchema = v.object({
  exercise: v.string(),
  files: v.array(v.object({ path: v.string(), text: v.string() })),
  job: v.variant('kind', [
    v.object({ kind: v.literal('run') }),
    v.object({ kind: v.literal('check'), depth: v.picklist(['check', 'deep']) }),
    v.object({ kind: v.literal('replay'), check: v.exactOptional(v.string()), schedule: v.string() }),
    v.object({ kind: v.literal('worksheet'), answers: choice }),
    v.object({
      kind: v.literal('explore'),
      explorable: v.string(),
      choice,
      faults: v.exactOptional(v.string()),
    }),
    v.object({ kind: v.literal('break'), breakIt: v.string(), schedule: v.string() }),
    v.object({ kind: v.literal('show'), story: v.string() }),
  ]),
});
