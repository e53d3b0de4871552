import { expect, test } from 'vitest';
import { contentPolicy } from './content-policy.ts';

const policy = contentPolicy({ inlineScripts: ['alert(1)'], frameHash: 'sha256-frame' });

test('no script runs that this site did not hand out or does not know by its hash', () => {
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ');
  expect(scripts).toContain("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
  expect(scripts).toContain("'sha256-frame'");
  expect(scripts).not.toContain("'unsafe-inline'");
  expect(scripts).not.toContain("'unsafe-eval'");
});

test('nothing is asked of another host but real Node', () => {
  expect(policy).toContain("connect-src 'self' https://stackblitz.com;");
  expect(policy).toContain("frame-src 'self' https://stackblitz.com;");
  expect(policy).toContain("form-action 'self'");
});
