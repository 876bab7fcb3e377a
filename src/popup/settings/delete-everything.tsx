import { countMessage, message } from '../../i18n/message';
import type { Counters } from '../../store/counters';
import { ConfirmedButton } from '../controls/confirmed-button';

type Props = { readonly counters: Counters; readonly onDelete: () => void };

export function DeleteEverything({ counters: { models, likes, users }, onDelete }: Props) {
  return (
    <ConfirmedButton
      label={message('settings_delete')}
      question={message('settings_deleteAbout', {
        models: countMessage('count_models', models),
        likes: countMessage('count_likes', likes),
        users: countMessage('count_users', users),
      })}
      confirm={message('settings_deleteConfirm')}
      cancel={message('settings_deleteCancel')}
      onConfirm={onDelete}
    />
  );
}
