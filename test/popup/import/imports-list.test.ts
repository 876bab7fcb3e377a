import { describe, expect, it } from 'vitest';
import { importText } from '../../../src/popup/import/imports-list';

const listed = { importId: '1'.repeat(32), exportedAt: Date.UTC(2026, 0, 2, 12) };

describe('an import in the list', () => {
  it('is named with its likes and its key, as a download uses one key', () => {
    expect(importText({ ...listed, kind: 'part', keyId: '1a2b3c4d', likes: 28_000 })).toMatch(
      /^Part of .*2026: 28,000 likes, key 1a2b3c4d$/,
    );
  });

  it('has no key where only facts were imported', () => {
    expect(importText({ ...listed, kind: 'dataset', keyId: '1a2b3c4d', likes: 0 })).toMatch(
      /^Dataset of .*2026: facts about models only$/,
    );
  });
});
