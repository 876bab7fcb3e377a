import { CaptureSection, needsReload, pageStatusText } from './capture/capture-section';
import { RefusedNotice } from './capture/refused-notice';
import { CrawlSection } from './crawl/crawl-section';
import { DiscoverySection } from './crawl/discovery-section';
import { DatasetSection } from './dataset/dataset-section';
import { FirstRun } from './first-run';
import { hasLostConsent } from './has-lost-consent';
import { formatBytes } from '../i18n/format-bytes';
import { message } from '../i18n/message';
import { ImportSection } from './import/import-section';
import { nextStep } from './next-step';
import type { Actions, PageSnapshot } from './page-snapshot';
import { RestoredNotice } from './restored-notice';
import { SettingsSection } from './settings/settings-section';
import { StatusLine } from './status/status-line';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** The whole page, in the popup and in a tab. */
export function Page({ snapshot, actions }: Props) {
  const { settings, overview, refused, keptBytes, errors, view, now } = snapshot;
  return (
    <main class="page">
      <TopBar onOpenInTab={view === 'tab' ? null : actions.openInTab} />
      <StatusLine moment={snapshot} />
      <Problems sentences={errors} />
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

/** The popup shows what people check every day; the tab shows everything. */
function Sections({ snapshot, actions }: Props) {
  const { settings, overview, hasAccess, view } = snapshot;
  const step = nextStep(snapshot);
  return (
    <div class="sections">
      <div>
        <CaptureSection
          isOn={settings.autoCapture}
          about={pageStatusText(snapshot)}
          onChange={(autoCapture) => actions.changeSettings({ autoCapture })}
          onAllow={step === 'allow-access' ? actions.allowAccess : null}
          onReload={needsReload(snapshot) ? actions.reloadPage : null}
        />
        <CrawlSection snapshot={snapshot} step={step} actions={actions} />
        {view === 'tab' && overview && hasAccess && (
          <DiscoverySection overview={overview} snapshot={snapshot} actions={actions} />
        )}
        {view === 'tab' && <ImportSection snapshot={snapshot} actions={actions} />}
      </div>
      <div>
        <DatasetSection snapshot={snapshot} step={step} actions={actions} />
        {view === 'tab' && <SettingsSection snapshot={snapshot} actions={actions} />}
      </div>
    </div>
  );
}

/** `onOpenInTab` is `null` in the tab itself. */
export function TopBar({ onOpenInTab }: { readonly onOpenInTab: (() => void) | null }) {
  return (
    <header class="top-bar">
      <Mark />
      <h1>{message('name')}</h1>
      {onOpenInTab && (
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

export function Foot({ keptBytes }: { readonly keptBytes: number | undefined }) {
  return (
    <footer class="section foot small soft">
      <span>{message('page_staysHere')}</span>
      {keptBytes !== undefined && <span>{message('page_storedSize', { size: formatBytes(keptBytes) })}</span>}
    </footer>
  );
}

/** Errors as sentences. Screen readers announce each one as it appears. */
export function Problems({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div class="errors" role="alert">
      {sentences.map((sentence) => (
        <p key={sentence} class="clamped">
          {sentence}
        </p>
      ))}
    </div>
  );
}
