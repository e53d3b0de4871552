import type { BreakIt } from 'lab/authoring';
import { invoicedOnce } from '../checks/invoiced-once.ts';

export const aJobTakenTwice: BreakIt = {
  id: 'a-job-taken-twice',
  promise: 'Two of invoicing share the jobs, and each order is invoiced once.',
  program: 'wrong/takes-a-lease',
  scenario: invoicedOnce.scenario,
  places: [
    { schedule: 'crash-after@orders:commit:1', label: 'orders dies after its first commit' },
    { schedule: 'crash-before@invoicing-1:commit:1', label: 'instance 1 dies before it has taken the job' },
    { schedule: 'crash-after@invoicing-1:commit:1', label: 'instance 1 dies after it has taken the job' },
    { schedule: 'crash-after@invoicing-1:commit:2', label: 'instance 1 dies after it has written the invoice' },
    { schedule: 'crash-after@invoicing-1:commit:3', label: 'instance 1 dies after it has ticked the job off' },
    { schedule: 'delay-1500@invoicing-1:commit:2', label: 'the invoice takes a second and a half to be written' },
  ],
  verdict: invoicedOnce.verdict,
  held: (_, schedule) => HELD[schedule] ?? 'Each order was invoiced once.',
};

const HELD: Readonly<Record<string, string>> = {
  'crash-after@orders:commit:1': 'The order and its job were one commit. Who wrote them matters to nobody any more.',
  'crash-before@invoicing-1:commit:1':
    'Nothing had been taken. The lock went with the process, and the other one took the job.',
  'crash-after@invoicing-1:commit:1':
    'The job was taken and nothing done. Half a second later the lease had run out, and it was taken again. That is what a lease is for.',
  'crash-after@invoicing-1:commit:3': 'By then all was done, and the job said so.',
};
