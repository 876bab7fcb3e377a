import { useState } from 'preact/hooks';
import { formatClock } from '../../i18n/format-clock';
import { message } from '../../i18n/message';
import { checkedParts, type SiteCheck } from '../../crawl/site-check';
import { siteCheckReport } from '../../crawl/site-check-report';
import { Button } from '../controls/button';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { partText, partTitle, resultText } from './part-text';

type Props = {
  readonly snapshot: PageSnapshot;
  readonly actions: Pick<Actions, 'checkSite' | 'copyText'>;
};

/** Checks whether the site is still understood, and helps to report it if not. */
export function SiteCheckSection({ snapshot, actions }: Props) {
  const { overview, isCheckingSite, now } = snapshot;
  const check = overview?.siteCheck ?? null;
  return (
    <section class="block" aria-labelledby="site-check">
      <div class="title">
        <h2 id="site-check">{message('site_heading')}</h2>
        {check && !isCheckingSite && (
          <span>{message('site_checkedAt', { time: formatClock(check.at, now) })}</span>
        )}
      </div>
      <p class="small soft">{message('site_about')}</p>
      <p role="status" class="live-note">
        {isCheckingSite && message('site_checking')}
      </p>
      {check && <Parts check={check} isChecking={isCheckingSite} />}
      <div class="buttons">
        <Button label={message('site_check')} onClick={actions.checkSite} whyNot={whyNoCheck(snapshot)} />
      </div>
      {check && !isCheckingSite && <Report check={check} onCopy={actions.copyText} />}
    </section>
  );
}

function whyNoCheck({ overview, hasAccess, isCheckingSite }: PageSnapshot): string | null {
  if (isCheckingSite) return message('site_whyNotTwice');
  if (!hasAccess) return message('site_whyNoAccess');
  return overview?.crawl.phase === 'crawling' ? message('site_whyNotCrawling') : null;
}

type PartsProps = { readonly check: SiteCheck; readonly isChecking: boolean };

function Parts({ check: { parts }, isChecking }: PartsProps) {
  const isCutShort = !isChecking && parts.length < checkedParts.length;
  return (
    <>
      {parts.length > 0 && (
        <ul class="checked-parts">
          {parts.map((part) => (
            <li key={part.part} class={part.result}>
              <span>{partTitle(part.part)}</span>
              <span class="result">{resultText(part.result)}</span>
              <span class="small soft">{partText(part)}</span>
            </li>
          ))}
        </ul>
      )}
      {isCutShort && <p class="warning">{message('site_cutShort')}</p>}
    </>
  );
}

type ReportProps = {
  readonly check: SiteCheck;
  readonly onCopy: (text: string, onCopied: () => void) => void;
};

/** The report as it would be copied, to be read before. */
function Report({ check, onCopy }: ReportProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const text = siteCheckReport(check);
  return (
    <details class="disclosure">
      <summary>{message('site_report')}</summary>
      <div class="inset">
        <p class="small soft">{message('site_reportAbout')}</p>
        <pre class="report" tabIndex={0} aria-label={message('site_report')}>
          {text}
        </pre>
        <div class="buttons">
          <Button label={message('site_copy')} onClick={() => onCopy(text, () => setCopied(text))} />
          <p role="status" class="small soft live-note">
            {copied === text && message('site_copied')}
          </p>
        </div>
      </div>
    </details>
  );
}
