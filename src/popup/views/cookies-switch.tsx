import type { Actions, Snapshot } from '../snapshot';
import { SwitchRow } from './switch-row';

const words = {
  label: 'Use my Sketchfab cookies for the crawl',
  about: {
    popup: 'Sketchfab then knows that it is you who asks.',
    tab: 'A wall may let your own browser pass. Sketchfab then knows that it is you who asks, and may show you what others do not see.',
  },
};

type Props = { readonly snapshot: Snapshot; readonly actions: Actions };

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
