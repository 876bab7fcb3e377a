import { message } from '../../i18n/message';
import { hasExclusions } from '../../dataset/filter/exclusions';
import { whyNot } from '../why-not';
import { noCounters } from '../../store/counters';
import type { PageSnapshot } from '../page-snapshot';
import { chosenFilter, countChosen } from './chosen-models';

type Known = Pick<PageSnapshot, 'overview' | 'exportOptions' | 'passphrase' | 'view' | 'address' | 'models'>;

/** Why no dataset can be downloaded now, as a sentence; `null` if one can. */
export function whyNoDownload(snapshot: Known): string | null {
  const { exportOptions, passphrase, view } = snapshot;
  const nothing = whyNot(snapshot);
  if (nothing !== null) return nothing;
  if (!exportOptions) return message('dataset_optionsUnread');
  const { counters } = snapshot.overview ?? { counters: noCounters };
  const { leaveOutNotPublic, files } = exportOptions.options;
  if (leaveOutNotPublic && counters.notPublic === counters.models) return message('dataset_needsCrawl');
  const filter = chosenFilter(snapshot.address);
  if (filter && countChosen(filter, snapshot)?.leaving === 0) return message('chosen_none');
  if (filter?.likes && hasExclusions(exportOptions.options.excluded))
    return message('chosen_likesWithExclusions');
  const { psv, parquet, recbole } = files;
  if (!psv && !parquet && !recbole) return message('dataset_needsTables');
  // The popup leaves the export to the tab, which asks for the passphrase.
  if (exportOptions.userIds !== 'passphrase' || view === 'popup') return null;
  if (passphrase.trim() === '') return message('dataset_needsPassphrase');
  return exportOptions.projectId === '' ? message('dataset_needsProjectId') : null;
}

/** Why no part can be exported now, as a sentence; `null` if one can. */
export function whyNoPart(snapshot: Known): string | null {
  if (chosenFilter(snapshot.address)) return message('chosen_noPart');
  return snapshot.exportOptions?.userIds === 'one-time'
    ? message('part_needsLastingKey')
    : whyNoDownload(snapshot);
}
