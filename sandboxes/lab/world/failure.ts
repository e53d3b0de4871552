/** An error as client libraries throw it: with a `code` for programs beside the message for people. */
export function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}

/** What anybody threw, in one line, whatever it is. Of an error that names its cause, as `fetch` does, with that. */
export function describe(thrown: unknown): string {
  try {
    if (thrown instanceof Error) {
      const message = thrown.message === '' ? thrown.name : String(thrown.message);
      const { cause } = thrown;
      const isNews = cause instanceof Error && cause.message !== '' && !message.includes(cause.message);
      return isNews ? `${message}: ${cause.message}` : message;
    }
    return typeof thrown === 'object' && thrown !== null
      ? `thrown: ${JSON.stringify(thrown)}`
      : `thrown: ${String(thrown)}`;
  } catch {
    return 'something that cannot be shown was thrown';
  }
}
