import { type Check, failed, passed, quoted, type Trace, type Verdict } from 'lab/authoring';
import { orderOf, pens, type Write, writesOf } from '../reading.ts';
import { twoTabs } from '../scenarios.ts';
import { crashesOfOrders, slowCommits } from '../weather.ts';
import { nobodyOrdered } from './nobody-ordered.ts';

export const versionForEach: Check = {
  id: 'version-for-each',
  title: 'Each write is answered with a version of its own, and a later state has a greater one',
  scenario: twoTabs,
  scope: [crashesOfOrders, slowCommits],
  verdict: (trace) => nobodyOrdered(trace) ?? misnumbered(trace) ?? passed(),
};

function misnumbered(trace: Trace): Verdict | undefined {
  const order = orderOf(trace);
  if (!order) return undefined;
  const writes = writesOf(trace, order);
  const unnamed = writes.find(({ version }) => !Number.isSafeInteger(version));
  if (unnamed) {
    const named =
      unnamed.version === undefined ? 'names no version' : `names ${quoted(unnamed.version)}, no whole number`;
    return failed(
      `Ada's write of ${pens(unnamed.quantity)} was accepted at ${unnamed.answer.at} ms, and the answer ${named}: she cannot ask for what she wrote.`,
      unnamed.answer,
    );
  }
  const lost = writes.find(({ state }) => state === -1);
  if (lost)
    return failed(
      `Ada's change to ${pens(lost.quantity)} was accepted at ${lost.answer.at} ms, and the table orders never said so.`,
      lost.answer,
    );
  const inOrder = [...writes].sort((one, other) => one.state - other.state);
  for (const [i, later] of inOrder.entries()) {
    const earlier = inOrder[i - 1];
    if (earlier && Number(later.version) <= Number(earlier.version)) return unordered(earlier, later);
  }
  return undefined;
}

function unordered(earlier: Write, later: Write): Verdict {
  const [first, second] = [pens(earlier.quantity), pens(later.quantity)];
  return failed(
    later.version === earlier.version
      ? `Two states of Ada's order share version ${later.version}: ${first}, answered at ${earlier.answer.at} ms, and ${second}, answered at ${later.answer.at} ms. Whoever asks for that version may get either.`
      : `Ada's order became ${first} and then ${second}, and the later state has the smaller version: ${quoted(later.version)} after ${quoted(earlier.version)}.`,
    earlier.answer,
    later.answer,
  );
}
