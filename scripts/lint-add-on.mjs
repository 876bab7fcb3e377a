import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** @typedef {{ code: string, message: string, file?: string | undefined }} Finding */
/** @typedef {{ errors: readonly Finding[], warnings: readonly Finding[] }} Report */

/**
 * Warnings that are known and right as they are. docs/store/reviewers.md tells the reviewers the same.
 * @type {readonly { code: string, file: RegExp, why: string }[]}
 */
export const explained = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    why: 'it is about Firefox for Android, which the extension is not offered for; 140 is right for the desktop',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\/[\w.-]+\.js$/,
    why: "it is Preact's dangerouslySetInnerHTML, which no view uses and the policy for trusted types forbids",
  },
];

/** Shows what Mozilla's linter says of `dist/firefox`, and tells whether each word of it is known. */
export async function lintAddOn() {
  const webExt = join(root, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const options = ['--source-dir', join('dist', 'firefox'), '--output', 'json', '--no-config-discovery'];
  const { output } = await run(process.execPath, [webExt, 'lint', ...options], {
    quiet: true,
    env: { NO_UPDATE_NOTIFIER: '1' },
  });
  const json = /^\{"count".*\}$/m.exec(output)?.[0];
  if (!json) throw new Error(`web-ext gave no report:\n${output}`);
  /** @type {Report} */
  const report = JSON.parse(json);
  console.log(`dist/firefox: ${report.errors.length} errors, ${report.warnings.length} warnings`);
  for (const finding of [...report.errors, ...report.warnings]) console.log(sayFinding(finding));
  return isKnown(report);
}

/** @param {Finding} finding */
function sayFinding({ code, message, file = '' }) {
  const known = explanationOf({ code, message, file });
  return `${code} ${file}: ${message}\n  ${known ? `Known: ${known.why}.` : 'Nobody has explained this one.'}`;
}

/** @param {Finding} finding */
function explanationOf({ code, file = '' }) {
  return explained.find((one) => one.code === code && one.file.test(file));
}

/** @param {Report} report */
export function isKnown({ errors, warnings }) {
  return errors.length === 0 && warnings.every((warning) => explanationOf(warning) !== undefined);
}
