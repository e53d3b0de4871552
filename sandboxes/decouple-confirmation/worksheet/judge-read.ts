import type { Judge, Trace } from 'lab/authoring';
import { type Look, placedOrders, shownOn } from '../reading-the-trace.ts';
import { right, wrong } from './judgement.ts';
import { windowsOf } from './milestones.ts';
import { LOOKS_AFTER_MS } from './rush.ts';

/** Judges what the learner foretold of the look number `which`, counted from 0, against the same look at every order. */
export function judgeRead(which: number): Judge {
  return (trace, answer) => {
    const found = windowsOf(trace);
    if ('none' in found) return wrong(found.none, ...found.evidence);
    const looks = looksNumber(trace, which);
    if (looks.length === 0)
      return wrong('Nobody could look at a page in this run: POST /orders did not answer with an orderId.');
    const saying = (shown: string) => looks.filter((look) => look.shown === shown);
    const [waiting, sent] = [saying('on its way'), saying('sent')];
    const other = looks.find((look) => look.shown !== 'on its way' && look.shown !== 'sent');
    const told = `Of the ${looks.length} readers who looked ${LOOKS_AFTER_MS[which]} ms after the answer, ${waiting.length} saw "on its way" and ${sent.length} saw "sent"`;
    if (other) {
      return wrong(
        `${told}; the others saw neither, as at ${other.call.at} ms: ${other.answer ? `the answer was ${other.answer.status}` : 'there was no answer'}.`,
        other.answer?.entry ?? other.call,
      );
    }
    const truth = sent.length === 0 ? 'on its way' : waiting.length === 0 ? 'sent' : 'either';
    const evidence = [waiting[0], sent[0]].flatMap((look) => (look?.answer ? [look.answer.entry] : []));
    return (answer === truth ? right : wrong)(`${told}.`, ...evidence);
  };
}

function looksNumber(trace: Trace, which: number): readonly Look[] {
  return placedOrders(trace).flatMap((order) => shownOn(trace, order.id).slice(which, which + 1));
}
