import { describe, expect, it } from 'vitest';
import { createFakeBrowser } from './fake-browser.ts';
import { createProgress } from './progress.ts';
import { progressOf } from './progress-record.ts';
import { createDeviceStorage, storagePrefix } from './storage.ts';

function open(browser = createFakeBrowser()) {
  const tab = browser.openTab();
  const storage = createDeviceStorage(tab.backing, tab.events);
  const progress = createProgress(storage);
  return { browser, storage, progress, of: (exercise: string) => progressOf(progress.all.get(), exercise) };
}

describe('progress', () => {
  it('keeps the first time that a check passed, and whether there was help', () => {
    const { progress, of } = open();
    progress.checksPassed('decouple', ['alone']);
    const first = of('decouple').checks.alone;
    progress.helped('decouple', { hints: 2 });
    progress.checksPassed('decouple', ['alone', 'later']);
    expect(of('decouple').checks.alone).toEqual(first);
    expect(first?.helped).toBe(false);
    expect(of('decouple').checks.later?.helped).toBe(true);
  });

  it('keeps the code that passed apart from the draft, and is still there after a reload', () => {
    const { browser, progress } = open();
    progress.solved('decouple', [{ path: 'orders.ts', text: 'right' }], ['alone']);
    const later = open(browser);
    expect(later.progress.passedCode('decouple')).toEqual([{ path: 'orders.ts', text: 'right' }]);
    expect(later.of('decouple').solved).toMatchObject({ helped: false });
    expect(browser.kept.has(`${storagePrefix}draft/decouple`)).toBe(false);
  });

  it('counts help that was opened, and never fewer', () => {
    const { progress, of } = open();
    progress.helped('decouple', { hints: 3 });
    progress.helped('decouple', { hints: 1 });
    progress.helped('decouple', { solution: true });
    expect(of('decouple').help).toEqual({ hints: 3, solution: true, since: expect.any(Number) });
  });

  it('of two tabs adds up', () => {
    const { browser, progress, of } = open();
    const other = open(browser);
    progress.answer('decouple', 'opens', 'at the commit');
    other.progress.answer('decouple', 'closes', 'when the mail has left');
    other.progress.predict('crash-after-mail', 'two');
    expect(of('decouple').answers).toEqual({ opens: 'at the commit', closes: 'when the mail has left' });
    expect(progress.all.get().predictions).toEqual({ 'crash-after-mail': { option: 'two', at: expect.any(Number) } });
    expect(other.progress.all.get()).toEqual(progress.all.get());
  });

  it('keeps the first answer to a question, whatever is answered later', () => {
    const { browser, progress } = open();
    progress.answerQuestion('events/zero', 'yes');
    progress.answerQuestion('events/zero', 'no');
    expect(open(browser).progress.all.get().questions['events/zero']).toMatchObject({ option: 'yes' });
  });

  it('keeps the newest decision, and that it was not the first', () => {
    const { browser, progress } = open();
    const decide = (way: string) =>
      progress.decide(
        new Map([
          ['decision/fee', way],
          ['decision/fee/reason', 'load'],
        ]),
      );
    decide('queue');
    expect(progress.all.get().questions['decision/fee']).not.toHaveProperty('goes');
    decide('topic');
    decide('call');
    const { questions } = open(browser).progress.all.get();
    expect(questions['decision/fee']).toMatchObject({ option: 'call', goes: 3 });
    expect(questions['decision/fee/reason']).toMatchObject({ option: 'load', goes: 3 });
  });

  it('counts the tries of a break-it until one breaks it, and keeps that one', () => {
    const { browser, progress } = open();
    progress.tried('ids', 'crash-before@orders:commit:1', false);
    progress.tried('ids', 'crash-after@orders:commit:1', true);
    progress.tried('ids', 'crash-before@orders:commit:2', true);
    expect(open(browser).progress.all.get().breakIts.ids).toMatchObject({
      tries: 2,
      broken: { schedule: 'crash-after@orders:commit:1' },
    });
  });

  it('of a version before there were questions is read, and nothing of it is lost', () => {
    const browser = createFakeBrowser();
    browser.kept.set(
      `${storagePrefix}progress`,
      JSON.stringify({ version: 1, exercises: {}, predictions: { 'crash-after-mail': 'two' } }),
    );
    const { progress } = open(browser);
    progress.tried('ids', 'calm', false);
    expect(progress.all.get()).toMatchObject({
      predictions: { 'crash-after-mail': { option: 'two' } },
      breakIts: { ids: { tries: 1 } },
    });
  });

  it('goes on in this tab when the storage is full, and loses nothing once there is room', () => {
    const { browser, progress, of } = open();
    browser.fill();
    expect(progress.checksPassed('decouple', ['one']).kind).toBe('refused');
    browser.empty();
    progress.checksPassed('decouple', ['two']);
    expect(Object.keys(of('decouple').checks).sort()).toEqual(['one', 'two']);
    expect(Object.keys(open(browser).of('decouple').checks).sort()).toEqual(['one', 'two']);
  });

  it('is empty for an exercise with the name of a built-in', () => {
    expect(open().of('constructor').checks).toEqual({});
  });

  it('that is damaged is set aside with a sentence', () => {
    const browser = createFakeBrowser();
    browser.kept.set(`${storagePrefix}progress`, '{"version":1,"exercises":{"decouple":7},"predictions":{}}');
    const { storage, of } = open(browser);
    expect(of('decouple').checks).toEqual({});
    expect(storage.notices.get()[0]).toContain('Your progress on this device could not be read.');
  });
});
