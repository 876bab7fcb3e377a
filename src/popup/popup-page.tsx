import { Alerts } from './alerts';
import { CaptureSection, needsReload, pageStatusText } from './capture/capture-section';
import { RefusedNotice } from './capture/refused-notice';
import { CrawlSection } from './crawl/crawl-section';
import { DatasetSection } from './dataset/dataset-section';
import { FirstRun } from './first-run';
import { hasLostConsent } from './has-lost-consent';
import { formatBytes } from '../i18n/format-bytes';
import { message } from '../i18n/message';
import { Mark } from './mark';
import { nextStep } from './next-step';
import type { Actions, PageSnapshot } from './page-snapshot';
import { PrivacyNotice } from './privacy-notice';
import { RestoredNotice } from './restored-notice';
import { StatusLine } from './status/status-line';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** The page in the popup. It never scrolls, so each section knows when to leave out what can wait. */
export function PopupPage({ snapshot, actions }: Props) {
  const { settings, overview, refused, keptBytes, errors, now } = snapshot;
  return (
    <main class="page">
      <TopBar onOpenInTab={actions.openInTab} />
      <StatusLine moment={snapshot} />
      <Alerts sentences={errors} />
      <PrivacyNotice snapshot={snapshot} actions={actions} />
      {settings.consent && <RestoredNotice overview={overview} now={now} />}
      {settings.consent && <RefusedNotice refused={refused} now={now} />}
      {settings.consent ? (
        <Sections snapshot={snapshot} actions={actions} />
      ) : (
        <FirstRun hasLostConsent={hasLostConsent(snapshot)} onStart={actions.startCollecting} />
      )}
      {hasLostConsent(snapshot) && <DatasetSection snapshot={snapshot} step={null} actions={actions} />}
      <Foot keptBytes={settings.consent ? keptBytes : undefined} />
    </main>
  );
}

function Sections({ snapshot, actions }: Props) {
  const step = nextStep(snapshot);
  return (
    <>
      <CaptureSection
        isOn={snapshot.settings.autoCapture}
        about={pageStatusText(snapshot)}
        onChange={(autoCapture) => actions.changeSettings({ autoCapture })}
        onAllow={step === 'allow-access' ? actions.allowAccess : null}
        onReload={needsReload(snapshot) ? actions.reloadPage : null}
      />
      <CrawlSection snapshot={snapshot} step={step} actions={actions} />
      <DatasetSection snapshot={snapshot} step={step} actions={actions} />
    </>
  );
}

function TopBar({ onOpenInTab }: { readonly onOpenInTab: () => void }) {
  return (
    <header class="top-bar">
      <Mark />
      <h1>{message('name')}</h1>
      <button
        type="button"
        class="icon-button"
        aria-label={message('page_openInTab')}
        title={message('page_openInTab')}
        onClick={onOpenInTab}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M8 4H4v12h12v-4M12 4h4v4M16 4l-7 7" />
        </svg>
      </button>
    </header>
  );
}

function Foot({ keptBytes }: { readonly keptBytes: number | undefined }) {
  return (
    <footer class="section foot small soft">
      <span>{message('page_staysHere')}</span>
      {keptBytes !== undefined && <span>{message('page_storedSize', { size: formatBytes(keptBytes) })}</span>}
    </footer>
  );
}
