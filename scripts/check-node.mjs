import { Problem } from './exit-with-error.mjs';

/** The oldest Node that the versions of Vite, Vitest and ESLint in package.json support. */
const oldest = { major: 20, minor: 19 };

/** @param {string} version as in `process.versions.node` */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new Problem(
    `Likes Out needs Node ${oldest.major}.${oldest.minor} or newer; this is ${version}. ` +
      'Install a current version from https://nodejs.org and run the command again.',
  );
}
