import { expect, it } from 'vitest';
import { createFakeBrowser } from './fake-browser.ts';
import { createProgress } from './progress.ts';
import { progressOf } from './progress-record.ts';
import { solvedStanding } from './solved-standing.ts';
import { createDeviceStorage } from './storage.ts';

const before = [{ id: 'one' }, { id: 'two' }];
const grown = [...before, { id: 'three' }];
const code = [{ path: 'orders.ts', text: 'right' }];

function solved() {
  const progress = createProgress(createDeviceStorage(createFakeBrowser().openTab().backing));
  progress.checksPassed('decouple', ['one', 'two']);
  progress.solved('decouple', code, ['one', 'two']);
  return { progress, of: () => progressOf(progress.all.get(), 'decouple') };
}

it('an exercise that has grown a check is open again, says which, and keeps the day of its solution', () => {
  const { progress, of } = solved();
  const { solved: first } = of();
  expect(solvedStanding(of(), before)).toEqual({ kind: 'solved', solved: first });
  expect(solvedStanding(of(), grown)).toEqual({ kind: 'reopened', solved: first, grown: [{ id: 'three' }] });
  expect(progress.passedCode('decouple')).toEqual(code);
});

it('it stays open while the new check has held only without the others, and closes once all hold together', () => {
  const { progress, of } = solved();
  const at = of().solved?.at;
  progress.checksPassed('decouple', ['three']);
  expect(solvedStanding(of(), grown).kind).toBe('reopened');
  progress.solved('decouple', code, ['one', 'two', 'three']);
  expect(solvedStanding(of(), grown)).toMatchObject({ kind: 'solved', solved: { at } });
});

it('checks that were reordered or taken away open nothing', () => {
  const { of } = solved();
  expect(solvedStanding(of(), [{ id: 'two' }, { id: 'one' }]).kind).toBe('solved');
  expect(solvedStanding(of(), [{ id: 'two' }]).kind).toBe('solved');
});
