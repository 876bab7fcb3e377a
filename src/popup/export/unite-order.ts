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
  /** Likes of other machines are in it. */
  readonly isMixed: boolean;
};

/** What was read here, with what was taken in under the key of this order. */
export async function uniteOrder(
  { key: ordered, choices }: Pick<ExportOrder, 'key' | 'choices'>,
  { source, imports }: UnitedStore,
): Promise<UnitedOrder> {
  const key = holdKey(ordered, choices.hash);
  const heads = await imports.readImports();
  if (!key) return { source, choices, importsLeftOut: heads.filter(hasLikes).length, isMixed: false };
  const readUserUids = () => source.readUserUids();
  const { source: united, leftOut } = await unitedSource({ source, imports, readUserUids, key });
  const isMixed = leftOut.length < heads.length;
  const { excluded } = choices;
  const userUids = isMixed ? excludeTakenOver(excluded.userUids, key) : excluded.userUids;
  return {
    source: united,
    choices: { ...choices, excluded: { ...excluded, userUids } },
    importsLeftOut: leftOut.filter(hasLikes).length,
    isMixed,
  };
}

/** Of a zip whose key nobody can tell, the facts of models were taken in and nothing else. */
const hasLikes = ({ keyPrint }: ImportHead) => keyPrint.keyId !== null;
