/**
 * The facts that decide whether a commit can be released.
 * @typedef {object} ReleaseFacts
 * @property {string} version in package.json
 * @property {string | undefined} lockVersion version in package-lock.json
 * @property {string} homepage in package.json
 * @property {string} changelog text of CHANGELOG.md
 * @property {string} citation text of CITATION.cff
 * @property {string} origin address of git's remote, empty if there is none
 * @property {readonly string[]} tags on the commit that is checked out
 * @property {readonly string[]} changed files that differ from that commit
 */

/** Chrome takes up to four 16-bit numbers, Firefox no leading zeros; we use three numbers. */
const versionShape = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/;
const largestNumber = 65_535;

/**
 * Why this commit cannot be released, and what to do about each reason. Empty if it can be.
 * @param {ReleaseFacts} facts
 * @returns {string[]}
 */
export function findReleaseProblems(facts) {
  const { version, lockVersion, tags, changed } = facts;
  const sections = readSections(facts.changelog);
  const date = sections.find(({ name }) => name === version)?.date;
  return [
    !isStoreVersion(version) &&
      `The stores do not accept version ${version} of package.json. Use three plain numbers, such as 1.2.3.`,
    lockVersion !== version &&
      `package-lock.json has version ${lockVersion ?? 'nothing'}, package.json ${version}. Set both with npm version.`,
    changed.length > 0 &&
      `These files have uncommitted changes: ${changed.join(', ')}. Commit or restore them.`,
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
    !released?.date && `CHANGELOG.md has no section "## ${version} (YYYY-MM-DD)" with the release date.`,
    released?.body === '' && `CHANGELOG.md lists no changes for ${version}.`,
    hasUnreleased && 'CHANGELOG.md still lists changes under "Unreleased". Move them to the release.',
  ];
}

/** @param {string} version @param {string} citation @param {string | undefined} date of the release */
function findInCitation(version, citation, date) {
  const said = { version: readField(citation, 'version'), date: readField(citation, 'date-released') };
  return [
    said.version !== version &&
      `CITATION.cff has version ${said.version ?? 'nothing'}. Write "version: ${version}".`,
    date !== undefined &&
      said.date !== date &&
      `CITATION.cff has release date ${said.date ?? 'nothing'}. Write "date-released: ${date}".`,
  ];
}

/** @param {string} citation @param {string} name */
function readField(citation, name) {
  return new RegExp(`^${name}:\\s*["']?([^"'\\s]+)`, 'm').exec(citation)?.[1];
}

/**
 * The stores link to `homepage` and people report problems there, so it must be the real repository.
 * @param {ReleaseFacts} facts
 */
function findInOrigin({ homepage, origin }) {
  if (toWebAddress(origin) === homepage) return false;
  return (
    `The homepage in package.json is ${homepage}, but git's origin is ${origin || 'not set'}. ` +
    'Release from a clone of that repository, or correct homepage.'
  );
}

/** @param {string} origin as printed by `git remote get-url` */
function toWebAddress(origin) {
  return origin
    .replace(/^(?:ssh:\/\/)?git@([^:/]+)[:/]/, 'https://$1/')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
}
