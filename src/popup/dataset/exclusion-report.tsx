import { countMessage, message } from '../../i18n/message';
import type { PageSnapshot } from '../page-snapshot';
import { EntryList, UnmatchedEntries } from './unmatched-entries';

type Props = { readonly report: PageSnapshot['exclusionReport'] };

/** What the list of whom to leave out will do, before a file is written. */
export function ExclusionReport({ report }: Props) {
  if (!report || report.matched + report.unclear.length + report.unmatched.length === 0) return null;
  const { matched, unclear, unmatched } = report;
  return (
    <div class="small">
      {matched > 0 && <p class="soft">{countMessage('exclusions_matched', matched)}</p>}
      {unclear.length > 0 && (
        <div class="warning">
          {message('exclusions_unclear')}
          <EntryList entries={unclear} />
        </div>
      )}
      {unmatched.length > 0 && <UnmatchedEntries entries={unmatched} />}
    </div>
  );
}

/** The entries that it names. */
export const reportedEntries = (report: Props['report']): readonly string[] =>
  report ? [...report.unclear, ...report.unmatched] : [];
