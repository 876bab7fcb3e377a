/**
 * What a release is judged by.
 * @typedef {object} ReleaseFacts
 * @property {string} version of package.json
 * @property {string | undefined} lockVersion of package-lock.json
 * @property {string} homepage of package.json
 * @property {string} changelog CHANGELOG.md
 * @property {string} citation CITATION.cff
 * @property {string} origin where git fetches from, empty if from nowhere
 * @property {readonly string[]} tags of the commit that is checked out
 * @property {readonly string[]} changed files that differ from that commit
 */

/** Chrome takes up to four numbers of 16 bits, Firefox none with a leading zero; we use three. */
const versionShape = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/;
const largestNumber = 65_535;

/**
 * Why this commit cannot be released, each reason with what to do about it. None: it can.
 * @param {ReleaseFacts} facts
 * @returns {string[]}
 */
export function findReleaseProblems(facts) {
  const { version, lockVersion, tags, changed } = facts;
  const sections = readSections(facts.changelog);
  const date = sections.find(({ name }) => name === version)?.date;
  return [
    !isStoreVersion(version) &&
      `Version ${version} of package.json is none that both stores take. Use three numbers, as 1.2.3.`,
    lockVersion !== version &&
      `package-lock.json is of version ${lockVersion ?? 'nothing'}, and package.json of ${version}. Set both by npm version.`,
    changed.length > 0 &&
      `These files differ from the commit: ${changed.join(', ')}. Commit them, or put them back.`,
    !tags.includes(`v${version}`) && `The commit has no tag v${version}. Add it: git tag v${version}.`,
    ...findInChangelog(version, sections),
    ...findInCitation(version, facts.citation, date),
    findInOrigin(facts),
  ].filter((problem) => typeof problem === 'string');
}

/** @param {string} version */
function isStoreVersion(version) {
  return versionShape.test(version) && version.split('.').every((part) => Number(part) <= largestNumber);
}

/** @typedef {{ name: string, date: string | undefined, body: string }} Section of the changelog */

/** @param {string} changelog @returns {Section[]} */
function readSections(changelog) {
  const sections = changelog.split(/^## /m).slice(1);
  return sections.map((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const [, name = heading, date] = /^(\S+) \((\d{4}-\d{2}-\d{2})\)$/.exec(heading.trim()) ?? [];
    return { name: name.trim(), date, body: lines.join('\n').trim() };
  });
}

/** @param {string} version @param {readonly Section[]} sections */
function findInChangelog(version, sections) {
  const released = sections.find(({ name }) => name === version);
  const hasUnreleased = sections.some(({ name, body }) => name === 'Unreleased' && body !== '');
  return [
    !released?.date &&
      `CHANGELOG.md has no section "## ${version} (YYYY-MM-DD)", with the day of the release.`,
    released?.body === '' && `CHANGELOG.md says nothing of what changed in ${version}.`,
    hasUnreleased && 'CHANGELOG.md still has changes under "Unreleased". Move them down.',
  ];
}

/** @param {string} version @param {string} citation @param {string | undefined} date of the release */
function findInCitation(version, citation, date) {
  const said = { version: readField(citation, 'version'), date: readField(citation, 'date-released') };
  return [
    said.version !== version &&
      `CITATION.cff is of version ${said.version ?? 'nothing'}. Write "version: ${version}".`,
    date !== undefined &&
      said.date !== date &&
      `CITATION.cff was released ${said.date ?? 'never'}. Write "date-released: ${date}".`,
  ];
}

/** @param {string} citation @param {string} name */
function readField(citation, name) {
  return new RegExp(`^${name}:\\s*["']?([^"'\\s]+)`, 'm').exec(citation)?.[1];
}

/**
 * The stores show `homepage`, and people send reports of faults there: it must be where the sources are.
 * @param {ReleaseFacts} facts
 */
function findInOrigin({ homepage, origin }) {
  if (toWebAddress(origin) === homepage) return false;
  return (
    `package.json gives ${homepage} as the home of the project, and git fetches from ${origin || 'nowhere'}. ` +
    'Release from a clone of the home, or write down the new home.'
  );
}

/** @param {string} origin as `git remote get-url` says it */
function toWebAddress(origin) {
  return origin
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
}
