import { describe, expect, it } from 'vitest';
import { excludeImported } from '../../../src/dataset/merge/imported-users';
import { digestUserId, importedUserId } from '../../../src/dataset/pseudonyms/imported-user';
import { projectFingerprint } from './small-dataset';

const pseudonymOf = (user: string) => `pseudonym of ${user}`;

describe('a user known only by pseudonym', () => {
  it('keeps the pseudonym in an export, while others are hashed', () => {
    const digest = digestUserId(() => Uint8Array.of(7));
    const bytes = (user: string) => new TextEncoder().encode(user);
    expect([digest(bytes(importedUserId('ab01'))), digest(bytes('ab01'))]).toEqual([
      Uint8Array.of(0xab, 1),
      Uint8Array.of(7),
    ]);
  });

  it('is excluded along with the raw id', () => {
    expect(excludeImported(['16271'], { ...projectFingerprint, pseudonymOf })).toEqual([
      '16271',
      importedUserId('pseudonym of 16271'),
    ]);
  });
});
