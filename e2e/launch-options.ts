import type { LaunchOptions } from '@playwright/test';
import { browserOnThisMachine } from '../scripts/browser.mjs';

const found = browserOnThisMachine(process.env);

/** How end-to-end tests and benchmarks start Chromium. */
export const launchOptions: LaunchOptions = {
  ...(found === undefined ? {} : { executablePath: found }),
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Chromium refuses root otherwise
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
