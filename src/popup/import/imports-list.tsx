import { formatDay } from '../../i18n/format-day';
import { countMessage, message } from '../../i18n/message';
import type { ImportSummary } from '../../store/list-imports';
import { ConfirmedButton } from '../controls/confirmed-button';

type Props = {
  readonly imports: readonly ImportSummary[] | null;
  readonly onRemove: (importId: string) => void;
};

/** The numbers of the dataset exclude imported likes, so this says where they are. */
export function ImportsList({ imports, onRemove }: Props) {
  if (!imports || imports.length === 0) return null;
  return (
    <div class="small imports-list">
      <p id="imports-list">{message('import_list')}</p>
      <ul aria-labelledby="imports-list">
        {imports.map((summary) => (
          <li key={summary.importId}>
            <span>{importText(summary)}</span>
            <ConfirmedButton
              label={message('import_remove')}
              question={message('import_removeAbout')}
              confirm={message('import_removeConfirm')}
              cancel={message('import_removeCancel')}
              onConfirm={() => onRemove(summary.importId)}
            />
          </li>
        ))}
      </ul>
      {imports.some(({ likes }) => likes > 0) && <p class="soft">{message('import_listAbout')}</p>}
    </div>
  );
}

/** With the key, since a download includes the likes of one key and leaves out those of others. */
export function importText({ kind, exportedAt, keyId, likes }: ImportSummary): string {
  const date = formatDay(exportedAt);
  const what = message(kind === 'part' ? 'import_listedPart' : 'import_listedDataset', { date });
  if (likes === 0) return message('import_listedFacts', { what });
  return message('import_listedLikes', {
    what,
    likes: countMessage('count_likes', likes),
    key: keyId ?? '–',
  });
}
