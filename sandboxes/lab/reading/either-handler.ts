import type { Of, Trace } from 'lab/authoring';
import { is } from './entries.ts';

/** Several handlers of one process take from one queue, for different topics. */
export interface EitherHandler {
  /** Sentences. The trace does not say which handler a message came to, so neither do they. */
  readonly because: string;
  readonly evidence: readonly Of<'bound'>[];
}

/** What may have brought this message to a handler that was not meant for it; nothing where there is but one. */
export function eitherHandler(trace: Trace, told: Of<'published'>): EitherHandler | undefined {
  for (const delivered of trace.filter(is('delivered'))) {
    const { message, process, instance, life, queue, topic, seq } = delivered;
    if (message !== told.message) continue;
    const bound = trace
      .filter(is('bound'))
      .filter((one) => one.queue === queue && one.process === process && one.seq < seq)
      .filter((one) => one.instance === instance && one.life === life);
    const topics = [...new Set(bound.map((one) => one.topics.join(' and ') || 'no topic'))];
    if (topics.length < 2) continue;
    return {
      because: `The ${process} process takes from the queue ${queue} with ${bound.length} handlers, which subscribed to ${topics.join(', and to ')}. A queue hands a message to whichever is free, whatever its topic: ${topic} may have come to one that was not meant for it.`,
      evidence: bound,
    };
  }
  return undefined;
}
