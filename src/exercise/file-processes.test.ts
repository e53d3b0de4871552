import { expect, test } from 'vitest';
import { fileProcesses } from './file-processes.ts';

test('a deployment names the process that starts in each file', () => {
  const text = "export default { processes: { orders: './orders.ts', 'relay-2': './relay.ts' } }";
  expect([...fileProcesses([{ path: 'deployment.ts', text }])]).toEqual([
    ['orders.ts', 'orders'],
    ['relay.ts', 'relay-2'],
  ]);
});

test('files without a readable deployment belong to no process', () => {
  expect(fileProcesses([]).size).toBe(0);
  expect(fileProcesses([{ path: 'deployment.ts', text: 'export default load()' }]).size).toBe(0);
});
