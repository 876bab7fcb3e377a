import { formatShare } from '../../i18n/format-share';
import { message, type PlainKey } from '../../i18n/message';
import type { ExportState } from '../../workers/export/export-dataset';
import { Button } from '../controls/button';

type Running = Extract<ExportState, { phase: 'running' }>;

type Props = { readonly exporting: Running; readonly onCancel: () => void };

/** The step is not in a live region: it changes too often to be announced. */
export function ExportProgress({ exporting, onCancel }: Props) {
  const { share } = exporting;
  return (
    <div class="buttons">
      <progress class="wide" aria-label={message('export_progress')} max={1} value={share} />
      <span class="small soft">{formatShare(share, 1)}</span>
      <Button label={message('export_cancel')} onClick={onCancel} />
      <p class="small soft export-step">{stepText(exporting)}</p>
    </div>
  );
}

const steps: Readonly<Record<Exclude<Running['step'], 'writeFile'>, PlainKey>> = {
  start: 'export_startStep',
  readLikes: 'export_readLikesStep',
  readUsernames: 'export_readUsernamesStep',
  filter: 'export_filterStep',
  summarize: 'export_summarizeStep',
  pseudonymize: 'export_pseudonymizeStep',
  writePart: 'export_writePartStep',
};

function stepText({ step, path = '' }: Running): string {
  return step === 'writeFile' ? message('export_writeFileStep', { path }) : message(steps[step]);
}
