import { message } from '../../i18n/message';
import { DatasetNumbers } from '../dataset/dataset-numbers';
import { DownloadOutcome, DownloadRow } from '../dataset/download';
import { userIdModeName } from '../dataset/keys/user-id-mode-name';
import { notPublicText } from '../dataset/not-public-text';
import type { ExportOptions } from '../dataset/options';
import { optionsText } from '../dataset/options-text';
import { formatAddress } from '../tab/address';
import type { ViewProps } from '../tab/view-props';

/** What is here, and the download with the choices made last. */
export function CollectedSection({ snapshot, step, actions }: ViewProps) {
  const { overview, exportOptions } = snapshot;
  const notPublic = notPublicText(snapshot);
  return (
    <section class="block collected" aria-labelledby="collected">
      <h2 id="collected" class="visually-hidden">
        {message('dataset_title')}
      </h2>
      {overview && <DatasetNumbers counters={overview.counters} />}
      <div class="download-side">
        {exportOptions && <Choices exportOptions={exportOptions} />}
        <DownloadRow snapshot={snapshot} step={step} actions={actions} />
      </div>
      {notPublic !== null && <p class="small soft across">{notPublic}</p>}
      <DownloadOutcome snapshot={snapshot} />
    </section>
  );
}

function Choices({ exportOptions: { options, userIds } }: { readonly exportOptions: ExportOptions }) {
  return (
    <div class="small soft choices-made">
      <p>{optionsText(options)}</p>
      <p>
        {userIdModeName(userIds)}{' '}
        <a class="text-link" href={formatAddress('dataset')}>
          {message('overview_change')}
        </a>
      </p>
    </div>
  );
}
