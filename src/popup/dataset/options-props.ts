import type { DatasetOptions } from '../../dataset/dataset-options';

export type OptionsProps = {
  readonly options: DatasetOptions;
  readonly onChange: (changed: Partial<DatasetOptions>) => void;
};
