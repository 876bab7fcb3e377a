import { contributorSlug } from '../../dataset/parts/write-part';
import { randomHex } from '../../dataset/pseudonyms/pseudonym-key';
import { ownShard } from '../../settings/own-shard';
import type { LikesOutDatabase } from '../../store/database';
import type { ExportWish } from '../../workers/export/export-dataset';
import type { Snapshot } from '../snapshot';
import { keyFor, type KeyWish, lastingKeyFor } from './keys/key-for-export';

type Known = Pick<Snapshot, 'wish' | 'passphrase' | 'settings'>;

const runBytes = 4;

/** What is wanted for a key and a download. Throws where it cannot be read: there is no dataset without exclusions. */
export function askedFor({ wish, passphrase }: Pick<Known, 'wish' | 'passphrase'>): KeyWish {
  if (!wish) throw new Error('the choices cannot be read');
  return { wish, passphrase };
}

/** The dataset as the page has it chosen at this moment. */
export async function datasetWish(db: LikesOutDatabase, known: Known): Promise<ExportWish> {
  return keyFor(db, askedFor(known));
}

/** The same for this machine's part. */
export async function partWish(db: LikesOutDatabase, known: Known): Promise<ExportWish> {
  const asked = askedFor(known);
  const shard = ownShard(known.settings);
  const part = {
    contributor: contributorSlug(asked.wish.contributor),
    run: randomHex((bytes) => crypto.getRandomValues(bytes), runBytes),
    shard: shard.n === 1 ? null : shard,
  };
  return { ...(await lastingKeyFor(db, asked)), part };
}
