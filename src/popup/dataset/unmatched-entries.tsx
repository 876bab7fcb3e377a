import { countMessage, message } from '../../i18n/message';

type Props = { readonly entries: readonly string[]; readonly isBrief?: boolean };

/** Those who asked to be left out and were not found may be in the file all the same. */
export function UnmatchedEntries({ entries, isBrief = false }: Props) {
  return (
    <div class="warning">
      {countMessage('exclusions_unmatched', entries.length)}
      <EntryList entries={entries} />
      {!isBrief && message('exclusions_unmatchedAdvice')}
    </div>
  );
}

export function EntryList({ entries }: Pick<Props, 'entries'>) {
  return (
    <p class="mentions clamped">
      {entries.map((entry) => (
        <bdi key={entry}>{entry}</bdi>
      ))}
    </p>
  );
}
