import { isMainThread } from 'node:worker_threads';
import { obey } from './obey.ts';
import { serveThread } from './thread.ts';

// One script is both: the program that a terminal starts, and what runs in the threads that it starts.
if (isMainThread) process.exitCode = await obey(process.argv.slice(2));
else serveThread();
