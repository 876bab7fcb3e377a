import { CaptureRoom, sayPageCounts } from './capture/capture-section';
import { CrawlRoom } from './crawl/crawl-section';
import { DiscoveryRoom } from './crawl/discovery-section';
import { DatasetRoom } from './dataset/dataset-section';
import { FirstRun, RestoredNotice } from './first-run';
import { sayBytes } from './format/numbers';
import { ImportRoom } from './import/import-section';
import { nextStep } from './next-step';
import { SettingsRoom } from './settings/settings-section';
import type { Actions, Snapshot } from './snapshot';
import { StatusLine } from './status/status-line';

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

const words = { name: 'Likes Out', openInTab: 'Open in a tab' };

/** `onOpenInTab` is `null` where the page is that tab already. */
export function TopBar({ onOpenInTab }: { readonly onOpenInTab: (() => void) | null }) {
  return (
    <header class="top-bar">
      <Mark />
      <h1>{words.name}</h1>
      {onOpenInTab && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.openInTab}
          title={words.openInTab}
          onClick={onOpenInTab}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M8 4H4v12h12v-4M12 4h4v4M16 4l-7 7" />
          </svg>
        </button>
      )}
    </header>
  );
}

/** The icon of public/icons/icon.svg in the colours of the page. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 128 128" aria-hidden="true">
      <rect class="mark-ground" width="128" height="128" rx="30" />
      <path class="mark-stroke" d="M60 47C54 33 24 30 24 56C24 75 47 87 59 102L105 32" />
    </svg>
  );
}

const footWords = { stays: 'Stays in this browser until you download it.', kept: 'kept' };

export function Foot({ keptBytes }: { readonly keptBytes: number | undefined }) {
  return (
    <footer class="room foot small soft">
      <span>{footWords.stays}</span>
      {keptBytes !== undefined && (
        <span>
          {sayBytes(keptBytes)} {footWords.kept}
        </span>
      )}
    </footer>
  );
}

/** What went wrong, as sentences; read aloud when one appears. */
export function Troubles({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div class="troubles" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence} class="clamped">
          {sentence}
        </p>
      ))}
    </div>
  );
}
