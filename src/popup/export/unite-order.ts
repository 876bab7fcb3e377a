import type { DatasetSource } from '../../dataset/dataset-source';
import { excludeTakenOver } from '../../dataset/merge/exclude-taken-over';
import { holdKey } from '../../dataset/merge/hold-key';
import type { ImportHead, ImportStore } from '../../dataset/merge/import-store';
import { unitedSource } from '../../dataset/merge/united-source';
import type { UserUid } from '../../sketchfab/user-uid';
import type { ExportOrder } from './export-messages';

export type UnitedStore = {
  readonly source: DatasetSource & { readonly readUserUids: () => Promise<readonly UserUid[]> };
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
};

export type UnitedOrder = {
  readonly source: DatasetSource;
  readonly choices: ExportOrder['choices'];
  /** Imports with likes that are not in the dataset, since they go by another key. */
  readonly importsLeftOut: number;
  /** Imports whose likes are in it. */
  readonly importsUnited: number;
};

/** What was read here, with what was taken in under the key of this order. */
export async function uniteOrder(
  { key: ordered, choices }: Pick<ExportOrder, 'key' | 'choices'>,
  { source, imports }: UnitedStore,
): Promise<UnitedOrder> {
  const key = holdKey(ordered, choices.hash);
  if (!key) {
    const heads = await imports.readImports();
    return { source, choices, importsLeftOut: heads.filter(hasLikes).length, importsUnited: 0 };
  }
  const readUserUids = () => source.readUserUids();
  const { united, leftOut, ...whole } = await unitedSource({ source, imports, readUserUids, key });
  const { excluded } = choices;
  const userUids = united > 0 ? excludeTakenOver(excluded.userUids, key) : excluded.userUids;
  return {
    source: whole.source,
    choices: { ...choices, excluded: { ...excluded, userUids } },
    importsLeftOut: leftOut.filter(hasLikes).length,
    importsUnited: united,
  };
}

/** Of a zip whose key nobody can tell, the facts of models were taken in and nothing else. */
const hasLikes = ({ keyPrint }: ImportHead) => keyPrint.keyId !== null;
