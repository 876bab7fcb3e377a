import { nextStep } from '../decide/next-step';
import { sayPageCounts } from '../decide/say-page-counts';
import type { Actions, Snapshot } from '../snapshot';
import { CaptureRoom } from './capture-room';
import { CrawlRoom } from './crawl-room';
import { DatasetRoom } from './dataset-room';
import { FirstRun } from './first-run';
import { Foot } from './foot';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { Troubles } from './troubles';

type Props = { readonly snapshot: Snapshot; readonly actions: Actions };

/** The whole page, in the popup and in a tab. */
export function Page({ snapshot, actions }: Props) {
  const { settings, keptBytes, troubles, view } = snapshot;
  return (
    <main class="page">
      <TopBar onOpenInTab={view === 'tab' ? null : actions.openInTab} />
      <StatusLine moment={snapshot} />
      <Troubles sentences={troubles} />
      {settings.consent ? (
        <Rooms snapshot={snapshot} actions={actions} />
      ) : (
        <FirstRun onStart={actions.startCollecting} />
      )}
      <Foot keptBytes={settings.consent ? keptBytes : undefined} />
    </main>
  );
}

function Rooms({ snapshot, actions }: Props) {
  const step = nextStep(snapshot);
  return (
    <div class="rooms">
      <div>
        <CaptureRoom
          isOn={snapshot.settings.autoCapture}
          about={sayPageCounts(snapshot)}
          onChange={actions.setAutoCapture}
          onAllow={step === 'allow-access' ? actions.allowAccess : null}
        />
        <CrawlRoom snapshot={snapshot} step={step} actions={actions} />
      </div>
      <DatasetRoom snapshot={snapshot} step={step} actions={actions} />
    </div>
  );
}
