import { message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import { SwitchRow } from '../controls/switch-row';
import type { Actions, PageSnapshot } from '../page-snapshot';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

export function CookiesSwitch({ snapshot: { settings, view }, actions }: Props) {
  return (
    <SwitchRow
      label={message('crawl_useCookies')}
      about={message(view === 'tab' ? 'crawl_useCookiesAbout' : 'crawl_useCookiesShort')}
      isOn={settings.useCookies}
      onChange={(useCookies) => actions.changeSettings({ useCookies })}
    />
  );
}

/** Of everything that blocks a crawl, only a login wall may let requests with cookies through. */
export function isWalled({ crawl }: Overview): boolean {
  return crawl.phase === 'blocked' && (crawl.blockedBy ?? 'wall') === 'wall';
}
