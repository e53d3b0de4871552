import { type Exercise, parseScheduleId, type Showing, type Trace, type WindowOf } from 'lab/authoring';
import type { Demonstrated, Ending, Job } from '../engine.ts';
import { cutStory } from './cut-story.ts';
import type { Grading } from './grade.ts';
import { playStory } from './play-story.ts';

/** Plays one of the lesson's own programs under what somebody chose, and says what is to be seen. */
export async function demonstrateJob(grading: Grading, job: DemonstrateJob): Promise<Ending> {
  const found = wanted(grading, job);
  const schedule = found && parseScheduleId(found.showing.schedule);
  if (!schedule) {
    return { kind: 'error', because: 'This version of the course does not know what was chosen. Reload the page.' };
  }
  const shown: Grading = { ...grading, exercise: shading(grading.exercise, found.window) };
  const { story, ending } = await playStory(shown, found.showing.scenario, schedule);
  const { outcome, says, evidence } = found.read(story.trace);
  const cut = cutStory({ ...story, evidence });
  grading.tell({ kind: 'demonstrated', story: cut.story, outcome, says });
  return ending;
}

type DemonstrateJob = Extract<Job, { readonly kind: 'explore' | 'break' | 'show' }>;

interface Found {
  readonly showing: Showing;
  readonly window: WindowOf | undefined;
  readonly read: (trace: Trace) => Omit<Demonstrated, 'kind' | 'story'> & { readonly evidence: readonly number[] };
}

function wanted(grading: Grading, job: DemonstrateJob): Found | undefined {
  switch (job.kind) {
    case 'explore':
      return explored(grading, job);
    case 'break':
      return broken(grading, job);
    case 'show':
      return retold(grading, job);
  }
}

function explored({ demonstrations }: Grading, job: Extract<Job, { kind: 'explore' }>): Found | undefined {
  const explorable = demonstrations?.explorables.find(({ id }) => id === job.explorable);
  const isWhole = explorable?.knobs.every(({ id, options }) => options.some((option) => option.id === job.choice[id]));
  if (!explorable || !isWhole) return undefined;
  return {
    showing: withFaults(explorable.shows(job.choice), job.faults),
    window: explorable.window,
    read: (trace) => ({
      outcome: 'shown',
      says: explorable.reads(trace, job.choice),
      evidence: explorable.about?.(trace, job.choice) ?? [],
    }),
  };
}

/** The showing with more faults; texts that name none are kept, and refused by whoever reads the schedule. */
function withFaults(showing: Showing, faults = 'calm'): Showing {
  const all = [showing.schedule, faults].filter((text) => text !== 'calm');
  return { ...showing, schedule: all.join(',') || 'calm' };
}

function broken({ demonstrations }: Grading, job: Extract<Job, { kind: 'break' }>): Found | undefined {
  const breakIt = demonstrations?.breakIts.find(({ id }) => id === job.breakIt);
  if (!breakIt?.places.some(({ schedule }) => schedule === job.schedule)) return undefined;
  return {
    showing: { ...breakIt, schedule: job.schedule },
    window: breakIt.window,
    read: (trace) => {
      const verdict = breakIt.verdict(trace);
      return verdict.outcome === 'failed'
        ? { outcome: 'broken', says: verdict.because, evidence: verdict.evidence }
        : { outcome: 'held', says: breakIt.held(trace, job.schedule), evidence: [] };
    },
  };
}

function retold({ demonstrations }: Grading, job: Extract<Job, { kind: 'show' }>): Found | undefined {
  const story = demonstrations?.stories.find(({ id }) => id === job.story);
  return story && { showing: story, window: story.window, read: () => ({ outcome: 'shown', says: '', evidence: [] }) };
}

/** The exercise with another window shaded, or none. */
function shading({ window: _, ...exercise }: Exercise, window: WindowOf | undefined): Exercise {
  return window ? { ...exercise, window } : exercise;
}
