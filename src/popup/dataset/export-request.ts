import { contributorSlug } from '../../dataset/parts/contributor-slug';
import { randomHex } from '../../dataset/pseudonyms/pseudonym-key';
import { ownShard } from '../../settings/own-shard';
import type { LikesOutDatabase } from '../../store/database';
import type { ExportRequest } from '../../workers/export/export-dataset';
import type { PageSnapshot } from '../page-snapshot';
import { keyFor, type KeyRequest, lastingKeyFor } from './keys/key-for-export';

type Known = Pick<PageSnapshot, 'exportOptions' | 'passphrase' | 'settings'>;

const runBytes = 4;

/** What is wanted for a key and a download. Throws where it cannot be read: there is no dataset without exclusions. */
export function askedFor({
  exportOptions,
  passphrase,
}: Pick<Known, 'exportOptions' | 'passphrase'>): KeyRequest {
  if (!exportOptions) throw new Error('the choices cannot be read');
  return { exportOptions, passphrase };
}

/** The dataset as the page has it chosen at this moment. */
export async function datasetRequest(db: LikesOutDatabase, known: Known): Promise<ExportRequest> {
  return keyFor(db, askedFor(known));
}

/** The same for this machine's part. */
export async function partRequest(db: LikesOutDatabase, known: Known): Promise<ExportRequest> {
  const asked = askedFor(known);
  const shard = ownShard(known.settings);
  const part = {
    contributor: contributorSlug(asked.exportOptions.contributor),
    run: randomHex((bytes) => crypto.getRandomValues(bytes), runBytes),
    shard: shard.n === 1 ? null : shard,
  };
  return { ...(await lastingKeyFor(db, asked)), part };
}
