import type { Fault } from 'lab/authoring';
import { duration } from './telling.ts';

/** "right after the mail left": where a crash struck, read from its point. */
export function momentOf(fault: Fault): string | undefined {
  if (!('moment' in fault)) return undefined;
  const [, verb = '', ...rest] = fault.point.split(':');
  const target = rest.slice(0, -1).join(':');
  const did = DID[verb]?.(target);
  if (did === undefined) return fault.moment === 'after' ? 'right after it acted' : 'just before it acted';
  return fault.moment === 'after' ? `right after ${did}` : `just before ${did}`;
}

/** What a fault other than a crash does, as the rest of a sentence about `who`. */
export function faultSentence(fault: Fault, message: string): { readonly who: string; readonly does: string } {
  switch (fault.kind) {
    case 'crash':
      return { who: 'The schedule', does: `brings a crash ${momentOf(fault) ?? ''}`.trimEnd() };
    case 'fail': {
      const deed = deedOf(fault.point);
      return fault.moment === 'before'
        ? { who: processOf(fault.point), does: `gets an error when it tries to ${deed}; nothing of it happened` }
        : { who: processOf(fault.point), does: `gets an error when it tries to ${deed}, although it happened` };
    }
    case 'delay':
      return fault.point.startsWith('broker:')
        ? {
            who: 'The broker',
            does: `gets ${message} ${duration(fault.byMs)} late into the queue ${queueOf(fault.point)}`,
          }
        : { who: processOf(fault.point), does: `has to wait ${duration(fault.byMs)} longer to ${deedOf(fault.point)}` };
    case 'duplicate':
      return {
        who: 'The broker',
        does: `will get a second copy of ${message} ${fault.byMs === 0 ? 'at once' : `after ${duration(fault.byMs)}`}, for the queue ${queueOf(fault.point)}`,
      };
    case 'lag':
      return { who: `Replica ${fault.replica}`, does: `shows what was true ${duration(fault.byMs)} ago` };
  }
}

/** The few words that stand at the mark. */
export function faultLabel(fault: Fault): string {
  switch (fault.kind) {
    case 'crash':
      return `crashed ${momentOf(fault) ?? ''}`.trimEnd();
    case 'fail':
      return fault.moment === 'before' ? refusalOf(fault.point) : 'done, but the answer got lost';
    case 'delay':
      return `${duration(fault.byMs)} late`;
    case 'duplicate':
      return fault.byMs === 0 ? 'a second copy' : `a second copy, ${duration(fault.byMs)} later`;
    case 'lag':
      return `replica ${fault.replica} is ${duration(fault.byMs)} behind`;
  }
}

const DID: Readonly<Record<string, (target: string) => string>> = {
  commit: () => 'it committed',
  publish: (topic) => `it published ${topic}`,
  send: (queue) => `it sent to ${queue}`,
  mail: () => 'the mail left',
  ack: () => 'it acknowledged',
  offset: () => 'it committed its offset',
  call: (to) => `it called ${to}`,
  answer: () => 'it answered',
};

const TO_DO: Readonly<Record<string, (target: string) => string>> = {
  commit: () => 'commit',
  publish: (topic) => `publish ${topic}`,
  send: (queue) => `send to ${queue}`,
  mail: () => 'send the mail',
  ack: () => 'acknowledge',
  offset: () => 'commit its offset',
  call: (to) => `call ${to}`,
  answer: () => 'answer',
};

function deedOf(point: string): string {
  const [, verb = '', ...rest] = point.split(':');
  return TO_DO[verb]?.(rest.slice(0, -1).join(':')) ?? verb;
}

function refusalOf(point: string): string {
  const [, verb = ''] = point.split(':');
  return verb === 'mail' ? 'mail refused' : `could not ${deedOf(point)}`;
}

const processOf = (point: string): string => `The ${point.split(':')[0]} process`;
const queueOf = (point: string): string => point.split(':')[2] ?? '';
