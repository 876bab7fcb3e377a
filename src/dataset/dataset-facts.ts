import type { PseudonymKey } from './pseudonym-key';

export type FileFacts = {
  readonly path: string;
  /** Uncompressed. */
  readonly bytes: number;
  readonly sha256: string;
};

/** A model whose list of likes is not completely known. */
export type NotComplete = {
  readonly mid: string;
  readonly state: string;
  readonly cause: string | null;
};

/**
 * All that is known of one export. Each table counts into it while it is written; README and descriptor come after
 * the tables and take every number from here, so that no two can differ.
 */
export type DatasetFacts = {
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly keyMode: PseudonymKey['mode'];
  models: number;
  completeModels: number;
  readonly modelsByState: Map<string, number>;
  /** By id. Kept rather than read again at the end, when states may no longer be those that were counted. */
  readonly notComplete: NotComplete[];
  featsRows: number;
  users: number;
  /** Distinct (model, user) pairs. */
  likes: number;
  /** Seen again on another page of the same model's list, which moves while it is read. */
  duplicateLikes: number;
  /** The entries written so far, in their order. */
  readonly files: FileFacts[];
};

export function beginFacts(
  provenance: Pick<DatasetFacts, 'exportedAt' | 'toolVersion' | 'keyMode'>,
): DatasetFacts {
  return {
    ...provenance,
    models: 0,
    completeModels: 0,
    modelsByState: new Map(),
    notComplete: [],
    featsRows: 0,
    users: 0,
    likes: 0,
    duplicateLikes: 0,
    files: [],
  };
}
