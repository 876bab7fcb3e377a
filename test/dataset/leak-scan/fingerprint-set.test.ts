import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFolding, hashBytes } from '../../../src/dataset/columns/byte-hash';
import {
  createFingerprintSetBuilder,
  type FingerprintSet,
  has as hasBytes,
} from '../../../src/dataset/leak-scan/fingerprint-set';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function fingerprintsOf(texts: readonly string[]) {
  const builder = createFingerprintSetBuilder();
  for (const text of texts) builder.add(bytesOf(`<${text}>`), 1, bytesOf(text).length + 1);
  return builder.build();
}

function has(fingerprints: FingerprintSet, text: string): boolean {
  const bytes = bytesOf(`(${text})`);
  const end = bytes.length - 1;
  return hasBytes(fingerprints, bytes, 1, end, hashBytes(bytes, 1, end, caseFolding));
}

describe('a set of fingerprints', () => {
  it('contains each added text in any ASCII case, and no other', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '0', '-', 'é'), maxLength: 5 }));
    const lowerCase = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    fc.assert(
      fc.property(texts, texts, (added, asked) => {
        const [fingerprints, known] = [fingerprintsOf(added), new Set(added.map(lowerCase))];
        for (const text of [...added, ...asked])
          expect(has(fingerprints, text)).toBe(known.has(lowerCase(text)));
      }),
    );
  });

  it('contains none of a million other texts, and all of a hundred thousand as it grows', () => {
    const fingerprints = fingerprintsOf(Array.from({ length: 100_000 }, (_, index) => `user-${index}`));
    for (let index = 0; index < 100_000; index += 1) expect(has(fingerprints, `user-${index}`)).toBe(true);
    let others = 0;
    for (let index = 0; index < 1_000_000; index += 1) if (has(fingerprints, `resu-${index}`)) others += 1;
    expect(others).toBe(0);
    expect(fingerprints.slots.byteLength / 100_000).toBeLessThan(22);
  });

  it('stores the same texts elsewhere each time, so that none can be chosen to queue up', () => {
    const texts = Array.from({ length: 40 }, (_, index) => `user-${index}`);
    expect(fingerprintsOf(texts).slots).not.toEqual(fingerprintsOf(texts).slots);
  });
});
