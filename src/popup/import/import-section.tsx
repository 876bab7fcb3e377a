import { countMessage, message } from '../../i18n/message';
import type { ImportState } from '../../workers/import/import-dataset';
import type { ImportPreview as Preview } from '../../workers/import/messages';
import { Button } from '../controls/button';
import { FileButton } from '../controls/file-button';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { ImportFailureText } from './import-failure-text';
import { ImportPreview } from './import-preview';
import { ImportsList } from './imports-list';

const zipFiles = '.zip,application/zip';

type Props = {
  readonly snapshot: Pick<PageSnapshot, 'importing' | 'imports' | 'exportOptions'>;
  readonly actions: Actions;
};

export function ImportSection({ snapshot: { importing, imports, exportOptions }, actions }: Props) {
  const { phase } = importing;
  const isBusy = phase === 'reading' || phase === 'applying';
  return (
    <section class="way" aria-labelledby="import">
      <div class="way-title">
        <h3 id="import">{message('import_title')}</h3>
        {phase !== 'none' && <bdi class="small soft file-name">{importing.fileName}</bdi>}
      </div>
      <p class="soft small">{message('import_about')}</p>
      {phase === 'previewed' && (
        <ImportPreview
          preview={importing.preview}
          onImport={actions.applyImport}
          onCancel={actions.cancelImport}
        />
      )}
      {isBusy && (
        <div class="buttons">
          <progress class="wide" aria-label={busyText(phase)} />
          <Button label={message('import_cancel')} onClick={actions.cancelImport} />
        </div>
      )}
      <div class="small live-note" role="status">
        <ImportResult importing={importing} />
      </div>
      <ImportsList imports={imports} onRemove={actions.removeImport} />
      {exportOptions && !isBusy && phase !== 'previewed' && (
        <div class="buttons">
          <FileButton label={message('import_choose')} accept={zipFiles} onFile={actions.readImport} />
        </div>
      )}
    </section>
  );
}

function busyText(phase: 'reading' | 'applying'): string {
  return phase === 'reading' ? message('import_reading') : message('import_applying');
}

function ImportResult({ importing }: { readonly importing: ImportState }) {
  switch (importing.phase) {
    case 'reading':
    case 'applying':
      return <>{busyText(importing.phase)}</>;
    case 'done':
      return <>{doneText(importing.preview)}</>;
    case 'failed':
      return <ImportFailureText failure={importing.failure} />;
    default:
      return null;
  }
}

function doneText({ plan }: Preview): string {
  const models = countMessage('import_newModels', plan.models.added);
  if (plan.likes.refusal !== null) return message('import_doneWithoutLikes', { models });
  return message('import_done', { models, likes: countMessage('import_newLikes', plan.likes.added) });
}
