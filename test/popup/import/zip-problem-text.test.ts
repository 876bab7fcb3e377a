import { describe, expect, it } from 'vitest';
import type { ImportProblem } from '../../../src/dataset/zip/import-error';
import { zipProblemText } from '../../../src/popup/import/zip-problem-text';

describe('the text of a problem with a zip', () => {
  it.each<[ImportProblem, string]>([
    [{ code: 'notAZip' }, 'This is not a zip file.'],
    [{ code: 'damagedFile', path: 'stats.json' }, 'stats.json is damaged.'],
    [{ code: 'zipTooLarge', bytes: 5e9 }, 'The zip would unpack to 5 GB, which is too much.'],
    [
      { code: 'wrongLikes', manifest: 'datapackage.json', stated: 4_000, found: 3 },
      'datapackage.json states 4,000 likes, but the tables contain 3.',
    ],
    [
      { code: 'truncatedTable', path: 'data/model_urls.psv', line: 1_022 },
      'data/model_urls.psv breaks off in line 1,022.',
    ],
    [
      { code: 'unmergeablePart', reason: 'otherKey' },
      'It was made with another key. This part cannot be merged.',
    ],
  ])('names what is wrong: %j', (problem, sentence) => {
    expect(zipProblemText(problem)).toBe(sentence);
  });
});
