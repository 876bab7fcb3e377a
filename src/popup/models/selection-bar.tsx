import { countMessage, message } from '../../i18n/message';
import { mostModels } from '../../messaging/model-uids';
import type { ModelUid } from '../../sketchfab/model-uid';
import { Button } from '../controls/button';
import { type ModelsActions, mostLeftOut, mostTabs } from './models-snapshot';

type Props = {
  readonly selected: ReadonlySet<ModelUid>;
  readonly matching: number;
  readonly canLeaveOut: boolean;
  readonly actions: ModelsActions;
};

/** What can be done with the selected models. */
export function SelectionBar({ selected, matching, canLeaveOut, actions }: Props) {
  const { size } = selected;
  const uids = () => [...selected];
  const tooManyToLeaveOut = size > mostLeftOut;
  const whyNotLeaveOut = tooManyToLeaveOut
    ? message('models_tooManyToLeaveOut', { most: mostLeftOut })
    : canLeaveOut
      ? null
      : message('models_cannotLeaveOut');
  return (
    <div role="group" aria-label={message('models_selection')} class="floating-bar">
      <p class="lead">{countMessage('models_selected', size)}</p>
      <Button label={message('models_clear')} onClick={actions.clearSelection} isQuiet />
      {size < matching && (
        <Button
          label={message('models_selectAll', { count: matching })}
          onClick={actions.selectAllModels}
          isQuiet
        />
      )}
      <div class="buttons">
        <Button
          label={message('models_retry')}
          onClick={() => actions.retry(uids())}
          whyNot={size > mostModels ? message('models_tooManyAtOnce', { most: mostModels }) : null}
        />
        <Button
          label={message('models_leaveOut')}
          onClick={() => actions.leaveOut(uids())}
          whyNot={whyNotLeaveOut}
        />
        <Button
          label={message('models_open')}
          onClick={actions.openSelected}
          whyNot={size > mostTabs ? message('models_tooManyTabs', { most: mostTabs }) : null}
        />
        <Button
          label={message('models_remove')}
          onClick={() => actions.remove(uids())}
          isDanger
          whyNot={size > mostModels ? message('models_tooManyAtOnce', { most: mostModels }) : null}
        />
      </div>
    </div>
  );
}
