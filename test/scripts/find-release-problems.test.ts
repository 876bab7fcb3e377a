import { describe, expect, it } from 'vitest';
import { findReleaseProblems, type ReleaseFacts } from '../../scripts/find-release-problems.mjs';

const ready: ReleaseFacts = {
  version: '1.2.3',
  lockVersion: '1.2.3',
  homepage: 'https://github.com/some/one',
  origin: 'https://github.com/some/one.git',
  changelog:
    '# Changes\n\n## Unreleased\n\n## 1.2.3 (2026-12-31)\n\n- More.\n\n## 1.2.2 (2026-11-30)\n\n- Less.\n',
  citation: 'cff-version: 1.2.0\ntitle: It\nversion: 1.2.3\ndate-released: 2026-12-31\n',
  tags: ['v1.2.3'],
  changed: [],
};

const problemsOf = (other: Partial<ReleaseFacts>) => findReleaseProblems({ ...ready, ...other });

describe('a release', () => {
  it('is accepted with its tag, and one version and date everywhere', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, Partial<ReleaseFacts>, RegExp]>([
    ['has no tag', { tags: [''] }, /no tag v1\.2\.3/],
    ["has another version's tag", { tags: ['v1.2.2'] }, /no tag v1\.2\.3/],
    ['has uncommitted changes', { changed: ['README.md'] }, /uncommitted changes: README\.md\./],
    [
      'has another version in the lock file',
      { lockVersion: '1.2.2' },
      /package-lock\.json has version 1\.2\.2/,
    ],
    ['has no version in the lock file', { lockVersion: undefined }, /package-lock\.json has version nothing/],
    ['is missing from the changelog', { changelog: '# Changes\n' }, /no section "## 1\.2\.3/],
    [
      'has no date in the changelog',
      { changelog: '## 1.2.3\n\n- More.\n', citation: ready.citation },
      /no section "## 1\.2\.3/,
    ],
    [
      'has no changes in the changelog',
      { changelog: '## 1.2.3 (2026-12-31)\n\n## 1.2.2 (2026-11-30)\n\n- Less.\n' },
      /lists no changes/,
    ],
    [
      'leaves changes under Unreleased',
      { changelog: ready.changelog.replace('Unreleased\n', 'Unreleased\n\n- Even more.\n') },
      /still lists changes under "Unreleased"/,
    ],
    [
      'has another version in the citation',
      { citation: 'version: 1.2.2\ndate-released: 2026-12-31' },
      /version 1\.2\.2/,
    ],
    [
      'has another date in the citation',
      { citation: 'version: 1.2.3\ndate-released: 2026-12-30' },
      /date-released: /,
    ],
    ['has no date in the citation', { citation: 'version: "1.2.3"' }, /release date nothing/],
    ['is made without a remote', { origin: '' }, /origin is not set/],
    ['is made from a fork', { origin: 'git@github.com:another/one.git' }, /another\/one\.git/],
  ])('is refused for one reason when it %s', (_, other, reason) => {
    expect(problemsOf(other)).toEqual([expect.stringMatching(reason)]);
  });

  it.each(['git@github.com:some/one.git', 'ssh://git@github.com/some/one', 'https://github.com/some/one/'])(
    'may be made from a clone of %s',
    (origin) => {
      expect(problemsOf({ origin })).toEqual([]);
    },
  );

  it.each(['1.2', '1.2.3-beta.1', '1.02.3', '1.2.65536', 'v1.2.3'])(
    'is refused as version %s, which a store would reject',
    (version) => {
      expect(problemsOf({ version })).toContainEqual(expect.stringContaining('do not accept version'));
    },
  );

  it('is refused with all reasons at once', () => {
    expect(problemsOf({ version: '1.2.4' })).toHaveLength(4);
  });
});
