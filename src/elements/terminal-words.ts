/** Said beside a terminal that nobody has opened, and of its button: the server renders them, too. */
export const TERMINAL_CLOSED = 'Real Node in this page, with your files: fetched from stackblitz.com when you open it.';
export const OPEN_TERMINAL = 'Open a terminal';
