import { failed, type Trace, type Verdict } from 'lab/authoring';
import { type Look, mailsTo } from '../reading-the-trace.ts';

/** The failure when the page of this customer's order said "sent" before the mail had left. */
export function saidTooEarly(trace: Trace, { answer, shown }: Look, email: string): Verdict | undefined {
  if (!answer || shown !== 'sent' || mailHasLeft(trace, email, answer.seq)) return undefined;
  return failed(
    `The page said "sent" at ${answer.at} ms; the mail had not left.`,
    answer,
    ...mailsTo(trace, email).slice(0, 1),
  );
}

/** Whether a mail to this customer stands in the trace before this entry. */
export const mailHasLeft = (trace: Trace, email: string, seq: number): boolean =>
  mailsTo(trace, email).some((mail) => mail.seq < seq);
