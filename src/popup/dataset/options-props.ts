import type { DatasetChoices } from '../../dataset/dataset-options';

export type ChoicesProps = {
  readonly choices: DatasetChoices;
  readonly onChange: (changed: Partial<DatasetChoices>) => void;
};
