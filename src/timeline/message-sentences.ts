import { lowerFirst, type Sentence, type Some } from './sentence.ts';
import { messageName, processName, quoted, type Telling, topicOf } from './telling.ts';

export function messageSentence(
  what: Some<'published' | 'delivered' | 'acknowledged' | 'returned' | 'given up'>,
  telling: Telling,
): Sentence {
  const name = messageName(telling, what.message, topicOf(telling, what.entry));
  switch (what.kind) {
    case 'published': {
      const to =
        what.entry.to.length === 0
          ? '; nobody is subscribed'
          : what.entry.to.length > 1
            ? `; a copy goes to each of ${what.entry.to.length} queues`
            : '';
      return { who: processName(telling, what.entry), does: `publishes ${name}${to}` };
    }
    case 'delivered': {
      const times = what.entry.deliveryCount;
      const again = times === 0 ? '' : times === 1 ? ' again' : ` again, for the ${ordinal(times + 1)} time`;
      return { who: 'The broker', does: `hands ${name} to ${lowerFirst(processName(telling, what.entry))}${again}` };
    }
    case 'acknowledged':
      return { who: processName(telling, what.entry), does: `acknowledges ${name}` };
    case 'returned':
      return what.entry.because === 'connection lost'
        ? { who: 'The broker', does: `keeps ${name}: it was never acknowledged` }
        : { who: 'The broker', does: `takes ${name} back: the handler failed (${quoted(what.entry.because)})` };
    case 'given up':
      return {
        who: 'The broker',
        does:
          what.entry.to === null
            ? `gives ${name} up; it is lost`
            : `gives ${name} up and puts it into ${what.entry.to}`,
      };
  }
}

export function logSentence(
  what: Some<'appended' | 'record read' | 'offset committed' | 'assigned'>,
  telling: Telling,
): Sentence {
  const who = processName(telling, what.entry);
  switch (what.kind) {
    case 'appended':
      return {
        who,
        does: `appends ${messageName(telling, what.message, topicOf(telling, what.entry))} to ${what.entry.log}, partition ${what.entry.partition}, offset ${what.entry.offset}`,
      };
    case 'record read':
      return {
        who,
        does: `reads ${messageName(telling, what.message, topicOf(telling, what.entry))} at offset ${what.entry.offset} of partition ${what.entry.partition}${what.again ? ' again' : ''}`,
      };
    case 'offset committed':
      return {
        who,
        does: `commits offset ${what.entry.offset} of ${what.entry.log}, partition ${what.entry.partition}`,
      };
    case 'assigned':
      return {
        who,
        does: `now reads ${partitions(what.entry.partitions)} of ${what.entry.log} for the group ${what.entry.group}`,
      };
  }
}

function partitions(numbers: readonly number[]): string {
  if (numbers.length === 0) return 'no partition';
  return numbers.length === 1 ? `partition ${numbers[0]}` : `partitions ${numbers.join(', ')}`;
}

function ordinal(number: number): string {
  const tens = number % 100;
  if (tens > 10 && tens < 14) return `${number}th`;
  return `${number}${['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'}`;
}
