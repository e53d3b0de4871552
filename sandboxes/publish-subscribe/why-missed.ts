import { asRecord, type Entry, eitherHandler, is, type Of, present, type Trace } from 'lab/authoring';
import type { Fact } from './reading.ts';

/** Why a service did nothing about a fact, as far as the trace shows it. */
export interface Missed {
  readonly because: string;
  readonly evidence: readonly Entry[];
}

export function whyMissed(trace: Trace, service: string, fact: Fact): Missed {
  const handed = trace
    .filter(is('delivered'))
    .filter(({ process, body }) => process === service && asRecord(body).id === fact.id);
  const last = handed.at(-1);
  if (!last) return neverHanded(trace, service, fact);
  const missed = afterItWasHanded(trace, service, last, handed.length);
  const either = eitherHandler(trace, fact.entry);
  if (!either) return missed;
  return { because: `${missed.because} ${either.because}`, evidence: [...either.evidence, ...missed.evidence] };
}

function afterItWasHanded(trace: Trace, service: string, handed: Of<'delivered'>, times: number): Missed {
  const gaveUp = trace
    .filter(is('given up'))
    .find(({ message, queue }) => message === handed.message && queue === handed.queue);
  const returned = trace.filter(is('returned')).find(({ delivery }) => delivery === handed.delivery);
  const acknowledged = trace.filter(is('acknowledged')).find(({ delivery }) => delivery === handed.delivery);
  const when = `The ${service} process was handed it at ${handed.at} ms`;
  if (gaveUp) {
    return {
      because: `The ${service} process was handed it ${times} times and gave it back each time; at ${gaveUp.at} ms the broker gave it up.`,
      evidence: present(handed, returned, gaveUp),
    };
  }
  if (acknowledged) {
    const begun = begunBefore(trace, service, handed);
    return {
      because: begun
        ? `The ${service} process was handed it at ${begun.handed.at} ms and ${begun.how}. Handed it again at ${handed.at} ms, it acknowledged it at ${acknowledged.at} ms.`
        : `${when} and acknowledged it at ${acknowledged.at} ms.`,
      evidence: present(begun?.handed, begun?.end, handed, acknowledged),
    };
  }
  if (returned) {
    return {
      because: `${when}. At ${returned.at} ms it went back into the queue ${handed.queue} (${returned.because}), and was never taken from there again.`,
      evidence: [handed, returned],
    };
  }
  const lost = trace.find((entry) => entry.seq > handed.seq && isItsEnd(entry, handed));
  const how = lost?.kind === 'logged' ? ', failed at it' : lost ? ` and died at ${lost.at} ms` : '';
  return {
    because: `${when}${how}, and it did not come again: acknowledged on delivery, it was done with before the work had begun.`,
    evidence: present(handed, lost),
  };
}

/** The first time that somebody had begun with it and did not come to its end: what that left behind may be the reason. */
function begunBefore(trace: Trace, service: string, again: Of<'delivered'>) {
  const { id } = asRecord(again.body);
  for (const end of trace.filter(is('returned'))) {
    const handed = trace.filter(is('delivered')).find(({ delivery, process, body }) => {
      return delivery === end.delivery && process === service && asRecord(body).id === id;
    });
    if (!handed || handed.delivery === again.delivery) continue;
    const death = trace.filter(is('crashed')).find(({ process, instance, life }) => {
      return process === service && instance === handed.instance && life === handed.life;
    });
    if (death && death.seq < end.seq) return { handed, end: death, how: `died at ${death.at} ms` };
    return { handed, end, how: `gave it back at ${end.at} ms (${end.because})` };
  }
  return undefined;
}

/** The handler's instance died, or lost the message with an error. */
function isItsEnd(entry: Entry, { process, instance, queue }: Of<'delivered'>): boolean {
  if (entry.kind !== 'crashed' && entry.kind !== 'logged') return false;
  if (entry.process !== process || entry.instance !== instance) return false;
  return entry.kind === 'crashed' || entry.text.startsWith(`lost a message of ${queue}:`);
}

function neverHanded(trace: Trace, service: string, { topic, entry }: Fact): Missed {
  const bound = trace.filter(is('bound')).filter(({ process }) => process === service);
  const held = bound.find(({ queue }) => entry.to.includes(queue));
  const taken = trace
    .filter(is('delivered'))
    .find(({ message, queue }) => message === entry.message && queue === held?.queue);
  const before = bound.filter(({ seq }) => seq < entry.seq);
  const dropped = entry.to.length === 0 ? ' No queue at all got a copy; the broker confirmed it and dropped it.' : '';
  if (taken) {
    return {
      because: `It lay once in the queue ${taken.queue}, and at ${taken.at} ms the ${taken.process} process took it from there: who takes from one queue shares its messages.`,
      evidence: [entry, taken],
    };
  }
  if (held) {
    const since = bound.filter(({ seq }) => seq > entry.seq);
    const anew = since.every(({ queue }) => queue !== held.queue) && since.find(({ life }) => life > held.life);
    const where = anew
      ? ` Started again, it bound another one at ${anew.at} ms, ${anew.queue}: a name made at the start leaves behind what lies under the last one.`
      : '';
    return {
      because: `It went into the queue ${held.queue} at ${entry.at} ms, and the ${service} process never took it from there.${where}`,
      evidence: present(held, entry, anew || undefined),
    };
  }
  if (bound.length === 0)
    return { because: `The ${service} process has bound no queue to anything.${dropped}`, evidence: [entry] };
  if (before.length === 0) {
    return {
      because: `It was published at ${entry.at} ms, and the ${service} process bound its queue only at ${bound[0]!.at} ms: a queue gets what comes while it is there.${dropped}`,
      evidence: [entry, bound[0]!],
    };
  }
  const patterns = [...new Set(before.flatMap(({ topics }) => topics))];
  return {
    because: `The ${service} process had bound its queue to ${patterns.length === 0 ? 'nothing' : patterns.join(' and ')}, which ${topic} does not fit.${dropped}`,
    evidence: [before.at(-1)!, entry],
  };
}
