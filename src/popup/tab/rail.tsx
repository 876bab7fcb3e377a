import { formatBytes } from '../../i18n/format-bytes';
import { message } from '../../i18n/message';
import { SwitchRow } from '../controls/switch-row';
import { Mark } from '../mark';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { formatAddress } from './address';
import { viewAt, views } from './views';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** The way to every view, and what is wanted on all of them. */
export function Rail({ snapshot, actions }: Props) {
  const { settings, address } = snapshot;
  const shown = viewAt(address);
  return (
    <header class="rail">
      <p class="brand">
        <Mark />
        {message('name')}
      </p>
      <nav aria-label={message('tab_views')}>
        <ul>
          {views.map((view) => (
            <li key={view.name}>
              <a href={formatAddress(view.name)} {...(view === shown && { 'aria-current': 'page' })}>
                <svg viewBox="0 0 20 20" aria-hidden="true">
                  <path d={view.icon} />
                </svg>
                {message(view.title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="rail-foot">
        {settings.consent && (
          <SwitchRow
            label={message('capture_auto')}
            isOn={settings.autoCapture}
            onChange={(autoCapture) => actions.changeSettings({ autoCapture })}
          />
        )}
        <p class="small soft kept">{keptText(snapshot)}</p>
      </div>
    </header>
  );
}

/** An empty database takes up some bytes, too. */
function keptText({ overview, keptBytes }: PageSnapshot): string | null {
  if (overview?.counters.models === 0) return message('tab_keptNothing');
  return keptBytes === undefined ? null : message('tab_kept', { size: formatBytes(keptBytes) });
}
