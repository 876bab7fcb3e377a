import fc from 'fast-check';
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { caseFolding, hashBytes } from '../../../src/dataset/columns/byte-hash';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import {
  createFingerprintSetBuilder,
  type FingerprintSet,
  has as hasBytes,
} from '../../../src/dataset/leak-scan/fingerprint-set';
import { createLeakIndex } from '../../../src/dataset/leak-scan/leak-index';
import { addPrefix, createPrefixFilter, mightContain } from '../../../src/dataset/leak-scan/prefix-filter';
import { buffersOf } from '../../../src/workers/call-worker';
import { hex } from './leak-scan-rig';

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

describe('fingerprints', () => {
  it('know each text again, in capitals or small letters, and no other', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '0', '-', 'é'), maxLength: 5 }));
    const small = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    fc.assert(
      fc.property(texts, texts, (added, asked) => {
        const [fingerprints, known] = [fingerprintsOf(added), new Set(added.map(small))];
        for (const text of [...added, ...asked]) expect(has(fingerprints, text)).toBe(known.has(small(text)));
      }),
    );
  });

  it('take no other text of a million for one of a hundred thousand, and grow as they must', () => {
    const fingerprints = fingerprintsOf(Array.from({ length: 100_000 }, (_, index) => `user-${index}`));
    for (let index = 0; index < 100_000; index += 1) expect(has(fingerprints, `user-${index}`)).toBe(true);
    let others = 0;
    for (let index = 0; index < 1_000_000; index += 1) if (has(fingerprints, `resu-${index}`)) others += 1;
    expect(others).toBe(0);
    expect(fingerprints.slots.byteLength / 100_000).toBeLessThan(22);
  });
});

describe('the filter of beginnings', () => {
  it('lets every id pass, and few others', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => bytesOf(hex(`u${index}`)));
    const filter = createPrefixFilter(ids.length);
    for (const id of ids) addPrefix(filter, id, 0);
    expect(ids.every((id) => mightContain(filter, id, 0))).toBe(true);
    const others = ids.filter((_, index) => mightContain(filter, bytesOf(hex(`p${index}`)), 0));
    expect(others.length).toBeLessThan(1_000);
  });
});

describe('what is watched for', () => {
  it('holds no id and no name as it is', () => {
    const [ids, names] = [
      [hex('ada'), hex('bob'), '16271'],
      ['ada_lovelace', 'bob.the.builder'],
    ];
    const watched = createLeakIndex(stringListOf(ids), stringListOf(names));
    const held = buffersOf(watched).map((buffer) => Buffer.from(buffer).toString('latin1'));
    expect(held.length).toBeGreaterThan(3);
    for (const text of [...ids, ...names]) {
      expect(held.filter((bytes) => bytes.includes(text))).toEqual([]);
    }
  });
});
