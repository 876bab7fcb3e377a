import { contributorSlug } from '../../dataset/parts/contributor-slug';
import { randomHex } from '../../dataset/pseudonyms/pseudonym-key';
import { ownShard } from '../../settings/own-shard';
import type { LikesOutDatabase } from '../../store/database';
import type { ExportRequest } from '../../workers/export/export-dataset';
import type { PageSnapshot } from '../page-snapshot';
import { keyFor, type KeyRequest, lastingKeyFor } from './keys/key-for-export';

type Known = Pick<PageSnapshot, 'exportOptions' | 'passphrase' | 'settings'>;

const runBytes = 4;

/** Throws if the options could not be read: an export without the exclusions would publish people. */
export function keyRequest({
  exportOptions,
  passphrase,
}: Pick<Known, 'exportOptions' | 'passphrase'>): KeyRequest {
  if (!exportOptions) throw new Error('the dataset options could not be read');
  return { exportOptions, passphrase };
}

/** A dataset with the options shown on the page. */
export async function datasetRequest(db: LikesOutDatabase, known: Known): Promise<ExportRequest> {
  return keyFor(db, keyRequest(known));
}

/** The same for the part of this machine. */
export async function partRequest(db: LikesOutDatabase, known: Known): Promise<ExportRequest> {
  const request = keyRequest(known);
  const shard = ownShard(known.settings);
  const part = {
    contributor: contributorSlug(request.exportOptions.contributor),
    run: randomHex((bytes) => crypto.getRandomValues(bytes), runBytes),
    shard: shard.n === 1 ? null : shard,
  };
  return { ...(await lastingKeyFor(db, request)), part };
}
