import type { ComponentChildren } from 'preact';
import { message } from '../../i18n/message';
import { NumberField } from '../controls/number-field';
import { SwitchRow } from '../controls/switch-row';
import { useOwnId } from '../controls/use-own-id';
import { CookiesSwitch, isWalled } from '../crawl/cookies-switch';
import { planText } from '../crawl/plan-text';
import { ProjectKey } from '../dataset/keys/project-key';
import type { Actions, PageSnapshot } from '../page-snapshot';
import type { ViewProps } from '../tab/view-props';
import { DeleteEverything } from './delete-everything';
import { StorageSettings } from './storage-settings';

/** What is changed seldom. */
export function SettingsView({ snapshot, actions }: ViewProps) {
  const { overview, exportOptions, isDeleting } = snapshot;
  return (
    <div class="settings">
      <Group title={message('settings_collecting')}>
        <Collecting snapshot={snapshot} actions={actions} />
      </Group>
      {exportOptions && (
        <Group title={message('keys_project')}>
          <p class="small soft">{message('keys_projectAbout')}</p>
          <ProjectKey exportOptions={exportOptions} snapshot={snapshot} actions={actions} />
        </Group>
      )}
      <Group title={message('settings_storage')}>
        <StorageSettings snapshot={snapshot} onKeep={actions.keepStorage} />
      </Group>
      {overview && (
        <Group title={message('settings_deleteTitle')}>
          <DeleteEverything
            counters={overview.counters}
            isDeleting={isDeleting}
            onDelete={actions.deleteEverything}
          />
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const id = useOwnId();
  return (
    <section class="settings-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="settings-rows">{children}</div>
    </section>
  );
}

type CollectingProps = { readonly snapshot: PageSnapshot; readonly actions: Actions };

function Collecting({ snapshot, actions }: CollectingProps) {
  const { settings, overview } = snapshot;
  const plan = overview && planText(overview, settings);
  return (
    <>
      <div class="setting">
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
    </>
  );
}
