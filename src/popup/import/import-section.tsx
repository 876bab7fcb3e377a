import type { ImportState } from '../../workers/import/import-dataset';
import { Button } from '../controls/button';
import { FileButton } from '../controls/file-button';
import { formatCount } from '../format/numbers';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { ImportPreview } from './import-preview';
import { ImportsList } from './imports-list';

const words = {
  title: 'Import',
  about: 'An earlier dataset, or the part of another machine. First you see what it would change.',
  filterSnapshot: 'Choose a zip…',
  reading: 'Reading and checking',
  takingIn: 'Taking in',
  leave: 'Leave it',
  refused: 'Not taken in.',
  failed: 'It did not work, and nothing has changed.',
};
const zips = '.zip,application/zip';

type Props = {
  readonly snapshot: Pick<PageSnapshot, 'importing' | 'imports' | 'exportOptions'>;
  readonly actions: Actions;
};

export function ImportSection({ snapshot: { importing, imports, exportOptions }, actions }: Props) {
  const { phase } = importing;
  const isBusy = phase === 'reading' || phase === 'applying';
  return (
    <section class="section" aria-labelledby="import">
      <div class="title">
        <h2 id="import">{words.title}</h2>
        {phase !== 'none' && <bdi class="file-name">{importing.fileName}</bdi>}
      </div>
      <p class="soft small">{words.about}</p>
      {phase === 'planned' && (
        <ImportPreview
          found={importing.found}
          onImport={actions.applyImport}
          onCancel={actions.leaveImport}
        />
      )}
      {isBusy && (
        <div class="buttons">
          <progress class="wide" aria-label={phase === 'reading' ? words.reading : words.takingIn} />
          <Button label={words.leave} onClick={actions.leaveImport} />
        </div>
      )}
      <div class="small live-note" role="status">
        <ImportNews importing={importing} />
      </div>
      <ImportsList imports={imports} />
      {exportOptions && !isBusy && phase !== 'planned' && (
        <div class="buttons">
          <FileButton label={words.filterSnapshot} accept={zips} onFile={actions.readImport} isWide />
        </div>
      )}
    </section>
  );
}

function ImportNews({ importing }: { readonly importing: ImportState }) {
  switch (importing.phase) {
    case 'reading':
      return <>{words.reading}…</>;
    case 'applying':
      return <>{words.takingIn}…</>;
    case 'done':
      return <>{importsListText(importing)}</>;
    case 'refused':
    case 'failed':
      return (
        <p class="error clamped">
          {words[importing.phase]} <bdi>{importing.reason}</bdi>
        </p>
      );
    default:
      return null;
  }
}

function importsListText({ found: { plan } }: Extract<ImportState, { phase: 'done' }>): string {
  const models = formatCount(plan.models.added, 'new model');
  if (plan.likes.refusal !== null) return `Taken in: ${models}, and no likes.`;
  return `Taken in: ${models} and ${formatCount(plan.likes.added, 'new like')}. Likes count in downloads under the same key.`;
}
