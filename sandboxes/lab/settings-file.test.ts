import { expect, test } from 'vitest';
import { settingIn, withSetting } from './settings-file.ts';

const TEXT = [
  '// export const partitions = 9;',
  'export const partitions = 3; // of the log',
  'export const mode: string = "$1";',
].join('\n');

test('a setting is read from the line that exports it, and from no other', () => {
  expect(settingIn(TEXT, 'partitions')).toBe('3');
  expect(settingIn(TEXT, 'mode')).toBe('"$1"');
  expect(settingIn(TEXT, 'part')).toBeUndefined();
  expect(settingIn('const partitions = 3;', 'partitions')).toBeUndefined();
});

test('writing a setting changes its value and nothing else, whatever the value holds', () => {
  expect(withSetting(TEXT, 'partitions', '1')).toBe(TEXT.replace('= 3;', '= 1;'));
  const odd = withSetting(TEXT, 'mode', '"$&"')!;
  expect(settingIn(odd, 'mode')).toBe('"$&"');
  expect(odd.split('\n')).toHaveLength(3);
});

test('a setting that is not there is not made up', () => {
  expect(withSetting(TEXT, 'replicas', '1')).toBeUndefined();
});
