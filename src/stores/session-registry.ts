import type { PageExercise } from '#exercise/page-exercise.ts';
import { createDraft } from './create-draft.ts';
import { pageEngines } from './page-engines.ts';
import { progress } from './progress.ts';
import { createSession, type Session } from './session.ts';

/** The session of an exercise on this page: sandbox and worksheet speak of the same draft and share one engine. */
export function openSession(exercise: PageExercise): Session {
  const open = sessions.get(exercise.id);
  if (open) return open;
  const draft = createDraft(exercise.id, exercise.starter, { given: exercise.given });
  const session = createSession({ exercise, draft, engine: pageEngines.create(), progress });
  sessions.set(exercise.id, session);
  return session;
}

const sessions = new Map<string, Session>();
