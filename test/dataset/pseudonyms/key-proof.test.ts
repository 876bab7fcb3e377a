import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyProofOf, readKeyProof, withKeyProof } from '../../../src/dataset/pseudonyms/key-proof';
import { makeZip } from '../zip/made-zip';
import { provenJson } from '../merge/small-dataset';

const proven = (chunks: readonly string[], keyText = 'key') => [...withKeyProof(chunks, keyText)].join('');
const isProven = (text: string, keyText = 'key') => {
  const read = readKeyProof(text);
  return read !== null && keyProofOf(keyText)(read.digest) === read.proof;
};

describe('the proof of a key', () => {
  it('is the last key of the object, and as Node computes it', () => {
    const manifest = { name: 'likes 🐺', counts: { likes: 3 } };
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    expect(proven([text])).toBe(provenJson(manifest, 'key'));
    expect(Object.keys(JSON.parse(proven([text])) as object)).toEqual(['name', 'counts', 'keyProof']);
  });

  it('does not depend on how the text is cut', () => {
    const text = `${JSON.stringify({ a: 'x'.repeat(50) }, null, 2)}\n`;
    fc.assert(
      fc.property(fc.array(fc.nat(text.length - 4), { maxLength: 5 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const chunks = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(proven(chunks)).toBe(proven([text]));
      }),
    );
  });

  it('holds for the very text and the very key alone', () => {
    const text = proven([`${JSON.stringify({ likes: 3, models: 2 }, null, 2)}\n`]);
    expect(isProven(text)).toBe(true);
    expect(isProven(text, 'Key')).toBe(false);
    for (let at = 0; at < text.length; at += 1) {
      const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
      expect(isProven(changed)).toBe(false);
    }
    expect(isProven(text.replace('{', '{\n  "likes": 9,'))).toBe(false);
    expect(readKeyProof('{}\n')).toBeNull();
  });

  it('stands in the descriptor of a dataset under a project key, and under no other key', async () => {
    const descriptor = async (key: Parameters<typeof makeZip>[1]) =>
      (await makeZip([], key)).files.get('datapackage.json')!.toString('utf8');
    const projectId = 'p';
    expect(isProven(await descriptor({ key: { mode: 'project', text: 'key', projectId } }))).toBe(true);
    const passphrase = { mode: 'passphrase', text: 'key', passphrase: 'words', projectId } as const;
    expect(await descriptor({ key: passphrase })).not.toContain('keyProof');
    expect(await descriptor({ key: { mode: 'one-time', text: 'key' } })).not.toContain('keyProof');
  });
});
