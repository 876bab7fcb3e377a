import { countMessage, message } from '../../i18n/message';
import { coverageText } from '../crawl/coverage-text';
import { hasLostConsent } from '../has-lost-consent';
import type { PageSnapshot } from '../page-snapshot';
import { formatAddress } from '../tab/address';
import type { ViewProps } from '../tab/view-props';
import { type ChosenCount, chosenFilter, countChosen } from './chosen-models';
import { DatasetChoices } from './dataset-choices';
import { DatasetNumbers } from './dataset-numbers';
import { DownloadOutcome, DownloadRow } from './download';
import { notPublicText } from './not-public-text';

/** The choices for the next download beside what it will be made of. */
export function DatasetView({ snapshot, step, actions }: ViewProps) {
  if (!snapshot.settings.consent && !hasLostConsent(snapshot)) return <BeforeConsent />;
  return (
    <div class="dataset-view">
      <DatasetChoices snapshot={snapshot} actions={actions} />
      <Outcome snapshot={snapshot} step={step} actions={actions} />
    </div>
  );
}

function Outcome({ snapshot, step, actions }: ViewProps) {
  const { overview } = snapshot;
  const notPublic = notPublicText(snapshot);
  const filter = chosenFilter(snapshot.address);
  const chosen = filter && countChosen(filter, snapshot);
  return (
    <section class="outcome" aria-labelledby="dataset-outcome">
      <div class="title">
        <h2 id="dataset-outcome">{message('dataset_title')}</h2>
        {overview && <span>{coverageText(overview.counters)}</span>}
      </div>
      {overview && <DatasetNumbers counters={overview.counters} />}
      {chosen && <p class="small">{chosenText(chosen, snapshot)}</p>}
      {notPublic !== null && <p class="small soft">{notPublic}</p>}
      <p class="small disclaimer">{message('keys_disclaimer')}</p>
      <div class="download-row">
        <DownloadRow snapshot={snapshot} step={step} actions={actions} />
      </div>
      <DownloadOutcome snapshot={snapshot} />
    </section>
  );
}

/** Only an export knows which models have too few likes. */
function chosenText({ leaving }: ChosenCount, { exportOptions }: PageSnapshot): string {
  const mayRemoveMore = (exportOptions?.options.minLikesPerModel ?? 0) > 0;
  return countMessage(mayRemoveMore ? 'chosen_downloadAtMost' : 'chosen_download', leaving);
}

function BeforeConsent() {
  return (
    <p class="empty">
      {message('dataset_beforeConsent')}{' '}
      <a class="text-link" href={formatAddress('overview')}>
        {message('dataset_toFirstStep')}
      </a>
    </p>
  );
}
