import { asRecord, type Check, failed, passed, quoted, type Trace, type Verdict } from 'lab/authoring';
import { changesOf, type Fact, factsOf, tells } from '../reading.ts';
import { twoOrders } from '../scenarios.ts';
import { crashes, failingCommits, failingPublishes } from '../weather.ts';
import { nothingChanged } from './nothing-changed.ts';

export const oneFactOneId: Check = {
  id: 'one-fact-one-id',
  title: 'A fact that is told again is the same fact: same id, same time',
  scenario: twoOrders,
  scope: [crashes, failingPublishes, failingCommits],
  verdict: (trace) => nothingChanged(trace) ?? different(trace) ?? passed(),
};

function different(trace: Trace): Verdict | undefined {
  const facts = factsOf(trace);
  for (const change of changesOf(trace)) {
    const [first, ...copies] = facts.filter((fact) => tells(fact, change));
    for (const copy of copies) {
      const wrong = first && difference(first, copy);
      if (wrong) return failed(`${change.said}. ${wrong}`, first.entry, copy.entry);
    }
  }
  return undefined;
}

function difference(first: Fact, copy: Fact): string | undefined {
  const [before, after] = [asRecord(first.body), asRecord(copy.body)];
  const twice = `It was told ${times(first, copy)}`;
  if (before.id !== after.id)
    return `${twice}, under another id. Whoever removes copies by their ids sees two facts: the id has to be made once, with the change, and kept.`;
  return before.occurredAt === after.occurredAt
    ? undefined
    : `${twice}, and its time had become ${quoted(after.occurredAt)} instead of ${quoted(before.occurredAt)}. Telling it again does not make it happen later.`;
}

function times(first: Fact, copy: Fact): string {
  if (first.entry.at !== copy.entry.at) return `at ${first.entry.at} ms and again at ${copy.entry.at} ms`;
  return `${first.entry.instance === copy.entry.instance ? 'twice' : 'by both relays'} at ${first.entry.at} ms`;
}
