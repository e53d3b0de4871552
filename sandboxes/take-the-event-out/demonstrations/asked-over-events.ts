import { type BreakIt, failed, passed, present, type Trace, type Verdict } from 'lab/authoring';
import { wishesOf } from '../reading.ts';
import { ada } from '../scenarios.ts';
import { alone } from './alone.ts';

export const askedOverEvents: BreakIt = {
  id: 'asked-over-events',
  promise: 'Ada is told the price of her pen within a second.',
  program: 'starter',
  scenario: {
    ...alone,
    id: 'ada-asks',
    play: async ({ customer, settled }) => {
      await customer.post('http://orders/orders', ada);
      await settled();
    },
  },
  places: [
    { schedule: 'duplicate-0@broker:deliver:pricing:1', label: 'the question comes twice' },
    { schedule: 'crash-before@pricing:publish:price.answered:1', label: 'pricing dies before it has told the price' },
    { schedule: 'crash-after@pricing:publish:price.answered:1', label: 'pricing dies after it has told the price' },
    { schedule: 'fail-before@pricing:publish:price.answered:1', label: 'the broker refuses the answer once' },
    { schedule: 'delay-5000@broker:deliver:orders:1', label: 'the answer is five seconds late' },
    { schedule: 'delay-5000@broker:deliver:pricing:1', label: 'the question is five seconds late' },
    { schedule: 'delay-500@pricing:publish:price.answered:1', label: 'the answer is published half a second late' },
  ],
  verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Ada was told the price in time.',
};

const HELD: Readonly<Record<string, string>> = {
  'duplicate-0@broker:deliver:pricing:1':
    'Two answers came, and the map had forgotten the request after the first. Somebody had thought of that.',
  'crash-before@pricing:publish:price.answered:1':
    'The broker brought the question again when pricing was back, a tenth of a second later. A call would have been cut off, and could have been repeated.',
  'crash-after@pricing:publish:price.answered:1':
    'The answer had left. The question came again, and was answered to nobody.',
  'fail-before@pricing:publish:price.answered:1':
    'The handler threw, and the broker brought the question again after 100 ms.',
  'delay-500@pricing:publish:price.answered:1':
    'Half a second is in time. Nothing in the program says so, though: it would have waited for ever.',
};

function verdict(trace: Trace): Verdict {
  const [wish] = wishesOf(trace);
  if (!wish) return failed('Nobody ordered.');
  const { call, answer, answerMs, accepted, total } = wish;
  if (!answer) return failed(`Ada ordered at ${call.at} ms and got no answer.`, call);
  if (answerMs > 1_000)
    return failed(`Ada ordered at ${call.at} ms and was told the price at ${answer.at} ms.`, call, answer);
  return accepted && total === 300 ? passed() : failed(`Ada was answered ${answer.status}.`, ...present(call, answer));
}
