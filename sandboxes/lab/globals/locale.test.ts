import { execFileSync } from 'node:child_process';
import 'lab/authoring';
import { expect, test } from 'vitest';

const PROGRAM = `import 'lab/authoring';
  const date = new Date(0);
  console.log(JSON.stringify([
    (1234.5).toLocaleString(), [1234].toLocaleString(), 1234n.toLocaleString(), date.toLocaleDateString(),
    date.toLocaleTimeString().replace(/\\s/, ' '), 'i'.toLocaleUpperCase(), ['z', 'ä', 'a'].sort((a, b) => a.localeCompare(b)).join(''),
  ]));`;

test('on a machine that speaks Turkish in Tokyo, methods speak American English in UTC', () => {
  const env = { ...process.env, LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' };
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], { env, encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual(['1,234.5', '1,234', '1,234', '1/1/1970', '12:00:00 AM', 'I', 'aäz']);
});

test('a language that is asked for is spoken', () => {
  expect((1234.5).toLocaleString('de-DE')).toBe('1.234,5');
  expect(new Date(0).toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' })).toBe('09:00:00');
});
