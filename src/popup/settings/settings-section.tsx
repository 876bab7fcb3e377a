import { message } from '../../i18n/message';
import { NumberField } from '../controls/number-field';
import { SwitchRow } from '../controls/switch-row';
import { CookiesSwitch, isWalled } from '../crawl/cookies-switch';
import { planText } from '../crawl/plan-text';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { DeleteEverything } from './delete-everything';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

export function SettingsSection({ snapshot, actions }: Props) {
  const { settings, overview } = snapshot;
  const plan = overview && planText(overview, settings);
  return (
    <section class="section settings" aria-labelledby="settings">
      <div class="title">
        <h2 id="settings">{message('settings_title')}</h2>
      </div>
      <div>
        <NumberField
          label={message('settings_pace')}
          name="crawlDelay"
          value={settings.crawlDelayMs / 1_000}
          min={0.5}
          max={600}
          step={0.5}
          onChange={(seconds) => actions.changeSettings({ crawlDelayMs: Math.round(seconds * 1_000) })}
        />
        <p class="small soft">
          {message('settings_paceAbout')} {plan !== null && message('settings_plan', { plan })}
        </p>
      </div>
      {!(overview && isWalled(overview)) && <CookiesSwitch snapshot={snapshot} actions={actions} />}
      <SwitchRow
        label={message('settings_nightly')}
        about={message('settings_nightlyAbout')}
        isOn={settings.nightlyCatchUp}
        onChange={(nightlyCatchUp) => actions.changeSettings({ nightlyCatchUp })}
      />
      {overview && <DeleteEverything counters={overview.counters} onDelete={actions.deleteEverything} />}
    </section>
  );
}
