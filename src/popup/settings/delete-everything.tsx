import { useEffect, useRef } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import type { Counters } from '../../store/counters';
import { Button } from '../controls/button';
import { ConfirmedButton } from '../controls/confirmed-button';

type Props = {
  readonly counters: Counters;
  /** It takes a few seconds. */
  readonly isDeleting: boolean;
  readonly onDelete: () => void;
};

export function DeleteEverything({ counters: { models, likes, users }, isDeleting, onDelete }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    if (isDeleting) place.current?.focus();
  }, [isDeleting]);
  return (
    <div ref={place} tabIndex={-1}>
      {isDeleting ? (
        <div class="buttons">
          <Button label={message('settings_deleting')} whyNot={message('settings_deletingAbout')} />
        </div>
      ) : (
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
      )}
      <p class="visually-hidden" role="status">
        {isDeleting && message('settings_deleting')}
      </p>
    </div>
  );
}
