import { countMessage, message } from '../../i18n/message';
import { Button } from '../controls/button';
import { type ModelsActions, mostLeftOut, mostTabs } from './models-snapshot';

type Props = {
  readonly selected: number;
  readonly matching: number;
  readonly canLeaveOut: boolean;
  readonly actions: ModelsActions;
};

/** What can be done with the selected models. */
export function SelectionBar({ selected, matching, canLeaveOut, actions }: Props) {
  const tooManyToLeaveOut = selected > mostLeftOut;
  const whyNotLeaveOut = tooManyToLeaveOut
    ? message('models_tooManyToLeaveOut', { most: mostLeftOut })
    : canLeaveOut
      ? null
      : message('models_cannotLeaveOut');
  return (
    <div role="group" aria-label={message('models_selection')} class="floating-bar">
      <p class="lead">{countMessage('models_selected', selected)}</p>
      <Button label={message('models_clear')} onClick={actions.clearSelection} isQuiet />
      {selected < matching && (
        <Button
          label={message('models_selectAll', { count: matching })}
          onClick={actions.selectAllModels}
          isQuiet
        />
      )}
      <div class="buttons">
        <Button
          label={message('models_leaveOut')}
          onClick={actions.leaveOutSelected}
          whyNot={whyNotLeaveOut}
        />
        <Button
          label={message('models_open')}
          onClick={actions.openSelected}
          whyNot={selected > mostTabs ? message('models_tooManyTabs', { most: mostTabs }) : null}
        />
      </div>
    </div>
  );
}
