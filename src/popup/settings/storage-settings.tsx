import { formatBytes } from '../../i18n/format-bytes';
import { message, type PlainKey } from '../../i18n/message';
import { Button } from '../controls/button';
import type { PageSnapshot } from '../page-snapshot';
import type { StoragePersistence } from './storage-persistence';

type Props = {
  readonly snapshot: Pick<PageSnapshot, 'keptBytes' | 'persistence'>;
  readonly onKeep: () => void;
};

const sentences: Readonly<Record<Exclude<StoragePersistence, 'unknown'>, PlainKey>> = {
  lasting: 'storage_lasting',
  clearable: 'storage_clearable',
  refused: 'storage_refused',
};

/** How much is stored, and whether it may vanish. */
export function StorageSettings({ snapshot: { keptBytes, persistence }, onKeep }: Props) {
  return (
    <>
      <div>
        {keptBytes !== undefined && <p>{message('storage_size', { size: formatBytes(keptBytes) })}</p>}
        <p class="small soft">{message('page_staysHere')}</p>
      </div>
      <p role="status" class="live-note">
        {persistence !== 'unknown' && message(sentences[persistence])}
      </p>
      {persistence === 'clearable' && (
        <div class="buttons">
          <Button label={message('storage_keep')} onClick={onKeep} />
        </div>
      )}
    </>
  );
}
