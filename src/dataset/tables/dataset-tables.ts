import type { DatasetOptions } from '../dataset-options';
import { interactions } from './interactions';
import { items } from './items';
import { modelFeats, modelLikes, modelUrls } from './rec-a-sketch';
import { recboleInter, recboleItem } from './recbole';
import type { Table } from './table';

/** The tables of a dataset with these options, in the order in which they are written. */
export function datasetTables({ files, likesNames }: DatasetOptions): readonly Table[] {
  return [
    ...(files.psv ? [modelUrls, modelFeats, modelLikes(likesNames)] : []),
    ...(files.parquet ? [interactions, items] : []),
    ...(files.recbole ? [recboleInter, recboleItem] : []),
  ];
}
