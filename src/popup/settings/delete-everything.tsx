import { useState } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import type { Counters } from '../../store/counters';
import { Button } from '../controls/button';

/** The button that was pressed has disappeared, so the focus moves here. */
const focus = (question: HTMLElement | null) => question?.focus();

type Props = { readonly counters: Counters; readonly onDelete: () => void };

/** A text button; once pressed, a question on the page. */
export function DeleteEverything({ counters: { models, likes, users }, onDelete }: Props) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <div>
        <Button label={message('settings_delete')} onClick={() => setAsking(true)} isQuiet isDanger />
      </div>
    );
  }
  return (
    <div class="question" role="group" aria-label={message('settings_delete')} tabIndex={-1} ref={focus}>
      <p>
        {message('settings_deleteAbout', {
          models: countMessage('count_models', models),
          likes: countMessage('count_likes', likes),
          users: countMessage('count_users', users),
        })}
      </p>
      <div class="buttons">
        <Button label={message('settings_deleteCancel')} onClick={() => setAsking(false)} isWide />
        <Button
          label={message('settings_deleteConfirm')}
          onClick={() => {
            setAsking(false);
            onDelete();
          }}
          isDanger
        />
      </div>
    </div>
  );
}
