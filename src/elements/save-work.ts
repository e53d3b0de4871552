import { device } from '#stores/device.ts';
import { workFileName, workFileOf } from '#stores/work-file.ts';
import { build } from './build-element.ts';
import { workAtRisk } from './work-at-risk.ts';

/** Hands the learner everything that this page knows of as a file. Returns its name. */
export function saveWork(): string {
  const now = new Date();
  const name = workFileName(now);
  const text = JSON.stringify(workFileOf(device, now), null, 2);
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  build('a', { href, download: name }).click();
  workAtRisk.handedOver();
  // Some browsers begin the download later.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return name;
}
