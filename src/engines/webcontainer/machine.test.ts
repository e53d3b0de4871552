import { afterEach, expect, test, vi } from 'vitest';
import { createMachine } from './machine.ts';
import { Unavailable } from './reasons.ts';

vi.mock('./open-container.ts', () => ({ openContainer }));
const openContainer = vi.fn();

afterEach(() => {
  vi.unstubAllGlobals();
  openContainer.mockReset();
});

function onPhone() {
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('crossOriginIsolated', true);
  vi.stubGlobal('navigator', { userAgent: 'Android Chrome/140 Mobile', maxTouchPoints: 5 });
}

test('who has tried all the same on a phone need not say so again when the network comes back', async () => {
  onPhone();
  const machine = createMachine({ grader: async () => '' });
  await expect(machine.open()).rejects.toEqual(new Unavailable('phone'));
  openContainer.mockRejectedValueOnce(new Unavailable('unreachable'));
  await expect(machine.open(true)).rejects.toEqual(new Unavailable('unreachable'));
  openContainer.mockResolvedValueOnce({ lost: new Promise(() => {}) });
  await machine.open();
  expect(machine.state.get()).toEqual({ kind: 'ready' });
});
