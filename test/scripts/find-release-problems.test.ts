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

describe('a commit that is released', () => {
  it('has the tag, and one version and date everywhere', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[string, Partial<ReleaseFacts>, RegExp]>([
    ['has no tag', { tags: [''] }, /no tag v1\.2\.3/],
    ['has the tag of another version', { tags: ['v1.2.2'] }, /no tag v1\.2\.3/],
    ['is not what is in the folder', { changed: ['README.md'] }, /differ from the commit: README\.md\./],
    [
      'has a lock file of another version',
      { lockVersion: '1.2.2' },
      /package-lock\.json is of version 1\.2\.2/,
    ],
    ['has a lock file of no version', { lockVersion: undefined }, /package-lock\.json is of version nothing/],
    ['has no section in the changelog', { changelog: '# Changes\n' }, /no section "## 1\.2\.3/],
    [
      'has a section without a date',
      { changelog: '## 1.2.3\n\n- More.\n', citation: ready.citation },
      /no section "## 1\.2\.3/,
    ],
    [
      'has an empty section',
      { changelog: '## 1.2.3 (2026-12-31)\n\n## 1.2.2 (2026-11-30)\n\n- Less.\n' },
      /says nothing of what changed/,
    ],
    [
      'leaves changes unreleased',
      { changelog: ready.changelog.replace('Unreleased\n', 'Unreleased\n\n- Even more.\n') },
      /still has changes under "Unreleased"/,
    ],
    [
      'is cited as another version',
      { citation: 'version: 1.2.2\ndate-released: 2026-12-31' },
      /version 1\.2\.2/,
    ],
    [
      'is cited with another day',
      { citation: 'version: 1.2.3\ndate-released: 2026-12-30' },
      /date-released: /,
    ],
    ['is cited without a day', { citation: 'version: "1.2.3"' }, /released never/],
    ['is at no home', { origin: '' }, /fetches from nowhere/],
    ['is a fork', { origin: 'git@github.com:another/one.git' }, /another\/one\.git/],
  ])('is refused with one reason when it %s', (_, other, reason) => {
    expect(problemsOf(other)).toEqual([expect.stringMatching(reason)]);
  });

  it.each(['git@github.com:some/one.git', 'ssh://git@github.com/some/one', 'https://github.com/some/one/'])(
    'may have been cloned from %s',
    (origin) => {
      expect(problemsOf({ origin })).toEqual([]);
    },
  );

  it.each(['1.2', '1.2.3-beta.1', '1.02.3', '1.2.65536', 'v1.2.3'])(
    'is refused as version %s, which a store would not take',
    (version) => {
      expect(problemsOf({ version })).toContainEqual(expect.stringContaining('none that both stores take'));
    },
  );

  it('is told everything that is amiss at once', () => {
    expect(problemsOf({ version: '1.2.4' })).toHaveLength(4);
  });
});
