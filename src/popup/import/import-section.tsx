import { Button } from '../controls/button';
import { FileButton } from '../controls/file-button';
import { sayCount } from '../format/numbers';
import type { Actions, Snapshot } from '../snapshot';
import type { ImportState } from '../../workers/import/import-dataset';
import { ImportPlan } from './import-plan';
import { TakenIn } from './imports-list';

const words = {
  title: 'Import',
  about: 'An earlier dataset, or the part of another machine. First you see what it would change.',
  choose: 'Choose a zip…',
  reading: 'Reading and checking',
  takingIn: 'Taking in',
  leave: 'Leave it',
  refused: 'Not taken in.',
  failed: 'It did not work, and nothing has changed.',
};
const zips = '.zip,application/zip';

type Props = {
  readonly snapshot: Pick<Snapshot, 'importing' | 'takenIn' | 'wish'>;
  readonly actions: Actions;
};

export function ImportRoom({ snapshot: { importing, takenIn, wish }, actions }: Props) {
  const { phase } = importing;
  const isBusy = phase === 'reading' || phase === 'taking-in';
  return (
    <section class="room" aria-labelledby="import">
      <div class="title">
        <h2 id="import">{words.title}</h2>
        {phase !== 'none' && <bdi class="file-name">{importing.fileName}</bdi>}
      </div>
      <p class="soft small">{words.about}</p>
      {phase === 'planned' && (
        <ImportPlan found={importing.found} onTakeIn={actions.takeIn} onLeave={actions.leaveImport} />
      )}
      {isBusy && (
        <div class="buttons">
          <progress class="wide" aria-label={phase === 'reading' ? words.reading : words.takingIn} />
          <Button label={words.leave} onClick={actions.leaveImport} />
        </div>
      )}
      <div class="small export-note" role="status">
        <ImportNews importing={importing} />
      </div>
      <TakenIn takenIn={takenIn} />
      {wish && !isBusy && phase !== 'planned' && (
        <div class="buttons">
          <FileButton label={words.choose} accept={zips} onFile={actions.readImport} isWide />
        </div>
      )}
    </section>
  );
}

function ImportNews({ importing }: { readonly importing: ImportState }) {
  switch (importing.phase) {
    case 'reading':
      return <>{words.reading}…</>;
    case 'taking-in':
      return <>{words.takingIn}…</>;
    case 'done':
      return <>{sayTakenIn(importing)}</>;
    case 'refused':
    case 'failed':
      return (
        <p class="trouble clamped">
          {words[importing.phase]} <bdi>{importing.reason}</bdi>
        </p>
      );
    default:
      return null;
  }
}

function sayTakenIn({ found: { plan } }: Extract<ImportState, { phase: 'done' }>): string {
  const models = sayCount(plan.models.added, 'new model');
  if (plan.likes.refusal !== null) return `Taken in: ${models}, and no likes.`;
  return `Taken in: ${models} and ${sayCount(plan.likes.added, 'new like')}. Likes count in downloads under the same key.`;
}
