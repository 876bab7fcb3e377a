import { message } from '../../i18n/message';
import type { Settings } from '../../settings/settings';
import type { Overview } from '../../store/overview';
import { NumberField } from '../controls/number-field';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { discoveryPhase } from './discovery-progress';
import { discoveryText } from './discovery-text';

const minimumName = 'minimumLikes';

type Props = {
  readonly overview: Overview;
  readonly snapshot: Pick<PageSnapshot, 'settings' | 'view' | 'now'>;
  readonly actions: Actions;
};

/** The form, unless the catalogue is being read, and what is known about the catalogue. */
export function Discovery({ overview, snapshot: { settings, view, now }, actions }: Props) {
  const { sentences, error } = discoveryText(overview, settings, now, view);
  return (
    <>
      {discoveryPhase(overview) !== 'running' && (
        <DiscoveryForm settings={settings} view={view} actions={actions} />
      )}
      <p class="small soft discovery">
        {sentences.join(' ')} {error !== null && <bdi>{error}</bdi>}
      </p>
    </>
  );
}

type FormProps = Pick<PageSnapshot, 'settings' | 'view'> & {
  readonly settings: Settings;
  readonly actions: Actions;
};

function DiscoveryForm({ settings, view, actions }: FormProps) {
  return (
    <form
      class="buttons discovery-form"
      onSubmit={(event) => {
        event.preventDefault();
        // Read from the field: what was just typed may not be saved as a setting yet.
        actions.discoverMostLiked(Number(new FormData(event.currentTarget).get(minimumName)));
      }}
    >
      <button type="submit" class="button wide">
        {message('discovery_find')}
      </button>
      <NumberField
        label={message(view === 'tab' ? 'discovery_minimum' : 'discovery_minimumShort')}
        fullLabel={message('discovery_minimum')}
        name={minimumName}
        value={settings.minimumLikes}
        min={0}
        max={1_000_000}
        step={1}
        onChange={(minimumLikes) => actions.changeSettings({ minimumLikes })}
      />
    </form>
  );
}

type DiscoverySectionProps = {
  readonly overview: Overview;
  readonly snapshot: PageSnapshot;
  readonly actions: Actions;
};

export function DiscoverySection({ overview, snapshot, actions }: DiscoverySectionProps) {
  return (
    <div class="way">
      <h3>{message('discovery_title')}</h3>
      <p class="small soft">{message('discovery_about')}</p>
      <Discovery overview={overview} snapshot={snapshot} actions={actions} />
    </div>
  );
}
