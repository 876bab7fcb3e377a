import { nextStep } from '../decide/next-step';
import { sayPageCounts } from '../decide/say-page-counts';
import type { Actions, Snapshot } from '../snapshot';
import { CaptureRoom } from './capture-room';
import { CrawlRoom } from './crawl-room';
import { DatasetRoom } from './dataset-room';
import { DiscoveryRoom } from './discovery-room';
import { FirstRun } from './first-run';
import { Foot } from './foot';
import { ImportRoom } from './import-room';
import { RestoredNotice } from './restored-notice';
import { SettingsRoom } from './settings-room';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { Troubles } from './troubles';

type Props = { readonly snapshot: Snapshot; readonly actions: Actions };

/** The whole page, in the popup and in a tab. */
export function Page({ snapshot, actions }: Props) {
  const { settings, overview, keptBytes, troubles, view, now } = snapshot;
  return (
    <main class="page">
      <TopBar onOpenInTab={view === 'tab' ? null : actions.openInTab} />
      <StatusLine moment={snapshot} />
      <Troubles sentences={troubles} />
      {settings.consent && <RestoredNotice overview={overview} now={now} />}
      {settings.consent ? (
        <Rooms snapshot={snapshot} actions={actions} />
      ) : (
        <FirstRun onStart={actions.startCollecting} />
      )}
      <Foot keptBytes={settings.consent ? keptBytes : undefined} />
    </main>
  );
}

/** The popup shows what is looked at every day; the tab has the rest beside it. */
function Rooms({ snapshot, actions }: Props) {
  const { settings, overview, hasAccess, view } = snapshot;
  const step = nextStep(snapshot);
  return (
    <div class="rooms">
      <div>
        <CaptureRoom
          isOn={settings.autoCapture}
          about={sayPageCounts(snapshot)}
          onChange={(autoCapture) => actions.changeSettings({ autoCapture })}
          onAllow={step === 'allow-access' ? actions.allowAccess : null}
        />
        <CrawlRoom snapshot={snapshot} step={step} actions={actions} />
        {view === 'tab' && overview && hasAccess && (
          <DiscoveryRoom overview={overview} snapshot={snapshot} actions={actions} />
        )}
        {view === 'tab' && <ImportRoom snapshot={snapshot} actions={actions} />}
      </div>
      <div>
        <DatasetRoom snapshot={snapshot} step={step} actions={actions} />
        {view === 'tab' && <SettingsRoom snapshot={snapshot} actions={actions} />}
      </div>
    </div>
  );
}
