import { createHash, createHmac } from 'node:crypto';
import type { MergeKey } from '../../../src/dataset/merge/merge-key';
import { keyProofOf } from '../../../src/dataset/pseudonyms/key-proof';
import { type RawEntry, rawZip, type RawZipOptions } from '../zip/raw-zip';

const a = 'a'.repeat(32);
const b = 'b'.repeat(32);
export const [user1, user2] = ['1'.repeat(32), '2'.repeat(32)];
export const [modelA, modelB] = [a, b];

const tables: Readonly<Record<string, string>> = {
  'data/model_urls.psv': `name|mid\r\nDragon|${a}\r\n\\two | halves\\|${b}\r\n`,
  'data/model_feats.psv': `mid|type|value\r\n${a}|category|Animals\r\n${a}|tag|fire\r\n`,
  'data/model_likes_anon.psv': `modelname|mid|uid\r\nDragon|${a}|${user1}\r\nDragon|${a}|${user2}\r\ntwo / halves|${b}|${user1}\r\n`,
  'README.md': '# Sketchfab likes\n',
};

/** The pseudonym facts of a descriptor. */
export const projectFingerprint = {
  keyMode: 'project',
  algorithm: 'hmac-sha256',
  keyId: '0a1b2c3d',
  projectId: 'p1',
};

const smallKeyText = 'the key of these tests';

/** The key of the small dataset. Raw ids of these tests are one character, which the pseudonym repeats. */
export const smallKey: MergeKey = {
  ...projectFingerprint,
  pseudonymOf: (user) => user.repeat(32),
  isProvenBy: ({ digest, proof }) => proof === keyProofOf(smallKeyText)(digest),
};

/** The text of a manifest with the proof of its key, as the format describes it. */
export function provenJson(manifest: unknown, keyText: string | null = smallKeyText): string {
  const text = JSON.stringify(manifest, null, 2);
  if (keyText === null) return `${text}\n`;
  const covered = text.slice(0, -2);
  const proofKey = createHmac('sha256', keyText).update('key-proof|manifest').digest();
  const digest = createHash('sha256').update(covered).digest();
  const proof = createHmac('sha256', proofKey).update(digest).digest('hex');
  return `${covered},\n  "keyProof": "${proof}"\n}\n`;
}

export type SmallOptions = {
  /** The key that the descriptor is proven with; null for none. */
  readonly keyText?: string | null;
  /** Replace or add to the files of a valid dataset; null removes one. The descriptor lists them as they are. */
  readonly files?: Readonly<Record<string, string | Buffer | null>>;
  /** Overrides parts of the valid descriptor. */
  readonly likesOut?: Readonly<Record<string, unknown>>;
  /** Edits the entries of the zip before it is written. */
  readonly edit?: (entries: RawEntry[]) => RawEntry[];
  readonly zip?: RawZipOptions;
  readonly descriptor?: (right: Record<string, unknown>) => unknown;
};

/** A valid dataset of two models, two users and three likes as a zip, with the changes that a test makes. */
export function smallDataset(options: SmallOptions = {}): Blob {
  const { files = {}, likesOut = {}, edit, descriptor, zip, keyText } = options;
  const all = Object.entries({ ...tables, ...files }).filter(
    (file): file is [string, string | Buffer] => file[1] !== null,
  );
  const right = {
    name: 'sketchfab-likes',
    likesOut: {
      toolVersion: '1.0.0',
      exportedAt: '2026-01-02T03:04:05.000Z',
      pseudonym: { ...projectFingerprint, digestBits: 128 },
      counts: { models: 2, users: 2, likes: 3, duplicateLikesRemoved: 0 },
      notComplete: [{ mid: b, state: 'partial', cause: 'made up' }],
      ...likesOut,
    },
    resources: all.map(([path, content]) => ({
      name: path,
      path,
      bytes: Buffer.byteLength(content),
      hash: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    })),
  };
  const entries: RawEntry[] = [
    ...all.map(([path, content]) => ({ path, content })),
    { path: 'datapackage.json', content: provenJson(descriptor?.(right) ?? right, keyText) },
  ];
  return new Blob([rawZip(edit?.(entries) ?? entries, zip)]);
}
