import type { DatasetChoices } from './dataset-choices';
import { interactions } from './interactions-table';
import { items } from './items-table';
import { modelFeats } from './model-feats-table';
import { modelLikes } from './model-likes-table';
import { modelUrls } from './model-urls-table';
import { recboleInter } from './recbole-inter-table';
import { recboleItem } from './recbole-item-table';
import type { Table } from './table';

/** The tables of one dataset, in the order they are written. */
export function tablesOf({ files, likesNames }: DatasetChoices): readonly Table[] {
  return [
    ...(files.psv ? [modelUrls, modelFeats, modelLikes(likesNames)] : []),
    ...(files.parquet ? [interactions, items] : []),
    ...(files.recbole ? [recboleInter, recboleItem] : []),
  ];
}
