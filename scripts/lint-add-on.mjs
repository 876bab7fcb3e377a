import { join } from 'node:path';
import { root } from './root.mjs';
import { run } from './run.mjs';

/** @typedef {{ code: string, message: string, file?: string | undefined }} Finding */
/** @typedef {{ errors: readonly Finding[], warnings: readonly Finding[] }} Report */

/**
 * Warnings we know and accept. docs/store/reviewers.md explains them to reviewers.
 * @type {readonly { code: string, file: RegExp, why: string }[]}
 */
export const explained = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    why: 'about Firefox for Android, which we do not support; 140 is right for the desktop',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\/[\w.-]+\.js$/,
    why: "Preact's dangerouslySetInnerHTML, which no view uses and our trusted types policy forbids",
  },
];

/** Runs Mozilla's linter on `dist/firefox` and prints its findings. True if there are no errors and no unexplained warnings. */
export async function lintAddOn() {
  const webExt = join(root, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const options = ['--source-dir', join('dist', 'firefox'), '--output', 'json', '--no-config-discovery'];
  const { output } = await run(process.execPath, [webExt, 'lint', ...options], {
    quiet: true,
    env: { NO_UPDATE_NOTIFIER: '1' },
  });
  const json = /^\{"count".*\}$/m.exec(output)?.[0];
  if (!json) throw new Error(`web-ext printed no report:\n${output}`);
  /** @type {Report} */
  const report = JSON.parse(json);
  console.log(`dist/firefox: ${report.errors.length} errors, ${report.warnings.length} warnings`);
  for (const finding of [...report.errors, ...report.warnings]) console.log(formatFinding(finding));
  return isAcceptable(report);
}

/** @param {Finding} finding */
function formatFinding({ code, message, file = '' }) {
  const known = findExplanation({ code, message, file });
  return `${code} ${file}: ${message}\n  ${known ? `Accepted: ${known.why}.` : 'Not explained in scripts/lint-add-on.mjs.'}`;
}

/** @param {Finding} finding */
function findExplanation({ code, file = '' }) {
  return explained.find((one) => one.code === code && one.file.test(file));
}

/** @param {Report} report */
export function isAcceptable({ errors, warnings }) {
  return errors.length === 0 && warnings.every((warning) => findExplanation(warning) !== undefined);
}
