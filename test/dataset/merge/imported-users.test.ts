import { describe, expect, it } from 'vitest';
import { importedIdUnder } from '../../../src/dataset/merge/imported-users';
import { digestUserId, importedUserId } from '../../../src/dataset/pseudonyms/imported-user';
import type { UserUid } from '../../../src/sketchfab/user-uid';

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

  it('has an id that follows from the raw id and the key', () => {
    const importedIdOf = importedIdUnder({ pseudonymOf });
    expect(importedIdOf('16271' as UserUid)).toBe(importedUserId('pseudonym of 16271'));
  });
});
