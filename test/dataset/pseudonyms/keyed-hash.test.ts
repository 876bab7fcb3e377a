import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';

describe('the keyed hash', () => {
  it('equals that of Python for the published examples', () => {
    expect(keyedHash('secret key')('uid1')).toBe('cd88aa3e3075b3046d6a517116145147');
    expect(keyedHash('secret key', 'hmac-md5')('uid1')).toBe('797d429e1b31fcae9372ae4e7313742e');
  });

  it.each([
    ['hmac-sha256', 'sha256'],
    ['hmac-md5', 'md5'],
  ] as const)(
    "is the first 128 bits of the platform's %s, for any key and one text after the other",
    (ours, theirs) => {
      fc.assert(
        fc.property(
          fc.string({ unit: 'grapheme' }),
          fc.array(fc.string({ unit: 'grapheme' })),
          (key, texts) => {
            const hash = keyedHash(key, ours);
            for (const text of texts) {
              expect(hash(text)).toBe(createHmac(theirs, key).update(text).digest('hex').slice(0, 32));
            }
          },
        ),
      );
    },
  );
});
