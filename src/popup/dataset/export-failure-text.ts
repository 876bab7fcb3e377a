import { formatList } from '../../i18n/format-list';
import { message, type PlainKey } from '../../i18n/message';
import type { ExportFailure, TableKind } from '../../workers/export/export-error';

const tables: Readonly<Record<TableKind, PlainKey>> = {
  psv: 'options_psvShort',
  parquet: 'options_parquetShort',
  recbole: 'options_recboleShort',
};

/** Why an export failed and what to do, as a sentence; the error's own message if it is unexpected. */
export function exportFailureText(failure: Exclude<ExportFailure, { code: 'leaks' }>): string {
  switch (failure.code) {
    case 'alreadyRunning':
      return message('export_alreadyRunning');
    case 'tooManyLikes':
      return tooManyLikesText(failure);
    case 'zipTooLarge':
      return failure.path === null
        ? message('export_zipTooLarge')
        : message('export_fileTooLarge', { path: failure.path });
    case 'dataDeleted':
      return message('export_dataDeleted');
    case 'diskFull':
      return message('export_diskFull');
    case 'workerFailed':
      return message('export_workerFailed');
    case 'unexpected':
      return failure.message;
  }
}

function tooManyLikesText({ likes, fitting }: Extract<ExportFailure, { code: 'tooManyLikes' }>): string {
  if (fitting.length === 0) return message('export_tooManyLikes', { likes });
  const kinds = formatList(fitting.map((kind) => message(tables[kind])));
  return message('export_tooManyLikesTogether', { likes, kinds });
}
