import { type Judge, present, type Trace } from 'lab/authoring';
import { type Look, looksAt, placedOrders } from '../reading-the-trace.ts';
import { right, wrong } from './judgement.ts';
import { measured } from './milestones.ts';
import { LOOKS_AFTER_MS } from './rush.ts';

/** Judges what the learner foretold of the look number `which`, counted from 0, against that look at every order. */
export function judgeRead(which: number): Judge {
  return (trace, answer) => {
    const found = measured(trace);
    if (found.kind === 'none') return wrong(found.because, ...found.evidence);
    const looks = looksNumber(trace, which);
    if (looks.length === 0) {
      return wrong('Nobody could look at a page in this run, because POST /orders did not answer with an orderId.');
    }
    const waiting = looks.filter((look) => look.shown === 'on its way');
    const sent = looks.filter((look) => look.shown === 'sent');
    const other = looks.find((look) => look.shown !== 'on its way' && look.shown !== 'sent');
    const told = `Of the ${looks.length} readers who looked ${LOOKS_AFTER_MS[which]} ms after the answer, ${waiting.length} saw "on its way" and ${sent.length} saw "sent"`;
    if (other) {
      const said = other.answer ? `the answer was ${other.answer.status}` : 'there was no answer';
      return wrong(`${told}; the others saw neither: at ${other.call.at} ms ${said}.`, other.answer ?? other.call);
    }
    const truth = sent.length === 0 ? 'on its way' : waiting.length === 0 ? 'sent' : 'either';
    const judgement = answer === truth ? right : wrong;
    return judgement(`${told}.`, ...present(waiting[0]?.answer, sent[0]?.answer));
  };
}

function looksNumber(trace: Trace, which: number): readonly Look[] {
  return placedOrders(trace).flatMap((order) => looksAt(trace, order.id).slice(which, which + 1));
}
