import { NumberField, SwitchRow } from '../controls/fields';
import { CookiesSwitch, isWalled } from '../crawl/cookies-switch';
import { planText } from '../crawl/estimates';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { DeleteEverything } from './delete-everything';

const words = {
  title: 'Settings',
  pace: 'Seconds between requests',
  paceAbout: 'At least so much, and more by itself whenever Sketchfab is slow or asks for it.',
  nightly: 'Look for changes every night',
  nightlyAbout: 'Does what Crawl all does, once a night, while this browser is open.',
};

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

export function SettingsSection({ snapshot, actions }: Props) {
  const { settings, overview } = snapshot;
  const plan = overview && planText(overview, settings);
  return (
    <section class="section settings" aria-labelledby="settings">
      <div class="title">
        <h2 id="settings">{words.title}</h2>
      </div>
      <div>
        <NumberField
          label={words.pace}
          name="crawlDelay"
          value={settings.crawlDelayMs / 1_000}
          min={0.5}
          max={600}
          step={0.5}
          onChange={(seconds) => actions.changeSettings({ crawlDelayMs: Math.round(seconds * 1_000) })}
        />
        <p class="small soft">
          {words.paceAbout} {plan !== null && `Crawl all takes ${plan}.`}
        </p>
      </div>
      {!(overview && isWalled(overview)) && <CookiesSwitch snapshot={snapshot} actions={actions} />}
      <SwitchRow
        label={words.nightly}
        about={words.nightlyAbout}
        isOn={settings.nightlyCatchUp}
        onChange={(nightlyCatchUp) => actions.changeSettings({ nightlyCatchUp })}
      />
      {overview && <DeleteEverything counters={overview.counters} onDelete={actions.deleteEverything} />}
    </section>
  );
}
