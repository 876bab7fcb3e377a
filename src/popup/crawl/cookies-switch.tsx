import type { Overview } from '../../store/overview';
import { SwitchRow } from '../controls/fields';
import type { Actions, PageSnapshot } from '../page-snapshot';

const words = {
  label: 'Use my Sketchfab cookies for the crawl',
  about: {
    popup: 'Sketchfab then knows that it is you who asks.',
    tab: 'A wall may let your own browser pass. Sketchfab then knows that it is you who asks, and may show you what others do not see.',
  },
};

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

export function CookiesSwitch({ snapshot: { settings, view }, actions }: Props) {
  return (
    <SwitchRow
      label={words.label}
      about={words.about[view]}
      isOn={settings.useCookies}
      onChange={(useCookies) => actions.changeSettings({ useCookies })}
    />
  );
}

/** Of all that may block a crawl, a wall alone may let pass whom it knows by cookies. */
export function isWalled({ crawl }: Overview): boolean {
  return crawl.phase === 'blocked' && (crawl.blockedBy ?? 'wall') === 'wall';
}
