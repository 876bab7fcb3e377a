import type { DatasetOptions } from '../../dataset/dataset-options';
import { countMessage, message } from '../../i18n/message';
import type { ModelFilter } from '../../models/model-filter';
import type { ModelsAnswer } from '../../models/models-answer';
import { Button } from '../controls/button';
import { countLeaving } from './count-leaving';
import type { ModelsActions } from './models-snapshot';

type Props = {
  readonly filter: ModelFilter;
  readonly answer: ModelsAnswer;
  /** `null` if they cannot be read. */
  readonly options: DatasetOptions | null;
  readonly isFilled: boolean;
  readonly actions: ModelsActions;
};

/** Leads to a dataset of what the filter shows. The number is of those that may be in it. */
export function DownloadThese({ filter, answer, options, isFilled, actions }: Props) {
  const leaving = options ? countLeaving(answer.tallies, options) : answer.matching;
  const whyNot = !options
    ? message('dataset_optionsUnread')
    : leaving === 0
      ? message('models_noneToDownload')
      : null;
  return (
    <div class="buttons download-these">
      <Button
        label={countMessage('models_download', leaving)}
        onClick={() => actions.chooseModels(filter)}
        isFilled={isFilled}
        whyNot={whyNot}
      />
    </div>
  );
}
