import { formatDay } from '../i18n/format-day';
import { message } from '../i18n/message';
import { isPrivacyNews, privacyChangedOn } from '../settings/privacy';
import { Button } from './controls/button';
import type { Actions, PageSnapshot } from './page-snapshot';

type Props = {
  readonly snapshot: Pick<PageSnapshot, 'settings'>;
  readonly actions: Pick<Actions, 'readPrivacy' | 'changeSettings'>;
};

/** Announces a change of the privacy policy to those who agreed to an earlier one. */
export function PrivacyNotice({ snapshot: { settings }, actions }: Props) {
  if (!isPrivacyNews(settings)) return null;
  const day = formatDay(Date.parse(privacyChangedOn));
  return (
    <div class="notice small">
      {message('privacy_changed', { day })}{' '}
      <span class="notice-actions">
        <Button label={message('privacy_read')} onClick={actions.readPrivacy} isQuiet />
        <Button
          label={message('privacy_ok')}
          onClick={() => actions.changeSettings({ privacySeen: privacyChangedOn })}
          isQuiet
        />
      </span>
    </div>
  );
}
