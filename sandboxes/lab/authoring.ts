/** What the author of an exercise writes with: scenarios, faults in scope, verdicts over the trace. */

export { playBatch, type Story, USUAL_BATCH } from '#explore/batch.ts';
export { explore } from '#explore/explore.ts';
export { type Judgement, judged } from '#explore/judge.ts';
export { play } from '#explore/one-play.ts';
export { replicaLagMs } from '#explore/replica-lag.ts';
export { EPOCH_MS as PLAY_BEGINS_MS } from '#globals/date.ts';
export { beginsAt, firstChoice } from '#reading/beginnings.ts';
export { digestOf } from '#reading/digest.ts';
export { type EitherHandler, eitherHandler } from '#reading/either-handler.ts';
export { committed, is, isCalm, present } from '#reading/entries.ts';
export { asRecord, mentions, quoted, shortened, somePart } from '#reading/foreign-values.ts';
export { inPrint } from '#reading/in-print.ts';
export { type Reception, receptions, type Telling, tellings } from '#reading/messages.ts';
export { type Asked, customerName, customersAsked } from '#reading/requests.ts';
export { tell } from '#reading/tell.ts';
export { failed, passed } from '#reading/verdicts.ts';
export { percentile, type Window, windowAt, windows } from '#reading/windows.ts';
export { LATENCY } from '#world/latency.ts';
export { placeIn } from '#world/places.ts';
export type { Check, Remark, Scenario, Scope, Seen, Stage, Verdict } from './check.ts';
export type {
  BreakIt,
  Choice,
  Demonstrations,
  Explorable,
  Figures,
  Knob,
  Measured,
  Prediction,
  ProgramName,
  Settings,
  Showing,
  ShownStory,
} from './demonstrations.ts';
export type { Exercise, Field, Judge, WindowOf, Worksheet } from './exercise.ts';
export type { CompiledModule, Place, Problem, Program } from './program.ts';
export type {
  Coverage,
  Cue,
  Doing,
  Ended,
  ExploreOptions,
  Played,
  PlayOptions,
  Progress,
  Report,
  Result,
} from './report.ts';
export {
  type Fault,
  type Point,
  parseScheduleId,
  type Schedule,
  scheduleBadge,
  scheduleId,
  type Verb,
} from './schedule.ts';
export { settingIn, withSetting } from './settings-file.ts';
export type { Change, Entry, Happening, Kind, Of, Trace, Who } from './trace.ts';
