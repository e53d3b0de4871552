import { failed, is, type Of, shortened, type Trace, type Verdict } from 'lab/authoring';

/** By HTTP, directly or over others. The customer is nobody's servant, so their calls do not count. */
export function oneCallsTheOther(trace: Trace): Verdict | undefined {
  const made = trace.filter(is('called')).filter((call) => call.from !== 'customer');
  const processes = new Set(trace.filter(is('started')).map((e) => e.process));
  const asks = made.map((call) => ({
    call,
    from: processes.has(call.from) ? call.from : call.from.replace(/-\d+$/, ''),
    to: call.to,
  }));
  for (const [from, to] of [
    ['orders', 'confirmation'],
    ['confirmation', 'orders'],
  ] as const) {
    const road = roadBetween(from, to, asks);
    if (!road) continue;
    const direct = road.length === 1;
    const told = road.map((call) => `${request(call)} at ${call.at} ms`).join(', then ');
    return failed(
      direct
        ? `The ${from} process called the ${to} process: ${told}.`
        : `The ${from} process reached the ${to} process by calls over another: ${told}.`,
      ...road,
    );
  }
  const late = asks.find(({ to }) => to === 'confirmation');
  if (!late) return undefined;
  return failed(
    `The ${late.from} process called the confirmation process: ${request(late.call)} at ${late.call.at} ms. A handler is told by the broker and asked by nobody.`,
    late.call,
  );
}

/** The words of a path, without the ids in it. */
const request = ({ method, to, path }: Of<'called'>): string =>
  `${method} http://${to}${shortened(path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…'))}`;

function roadBetween(
  from: string,
  to: string,
  asks: readonly { readonly call: Of<'called'>; readonly from: string; readonly to: string }[],
) {
  const roads = new Map<string, readonly Of<'called'>[]>([[from, []]]);
  for (const [place, road] of roads) {
    for (const ask of asks) if (ask.from === place && !roads.has(ask.to)) roads.set(ask.to, [...road, ask.call]);
  }
  const road = roads.get(to);
  return road && road.length > 0 ? road : undefined;
}
