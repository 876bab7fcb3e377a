import { isUnderWay } from '../../crawl/crawl-state';
import { countMessage, message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { CookiesSwitch, isWalled } from '../crawl/cookies-switch';
import { CrawlButtons } from '../crawl/crawl-buttons';
import { CrawlProgress } from '../crawl/crawl-progress';
import { crawlShare } from '../crawl/crawl-share';
import { requestShare } from '../crawl/request-share';
import { StatusLine } from '../status/status-line';
import type { ViewProps } from './view-props';

type Props = ViewProps & {
  /** Whether the view below has the button that starts a crawl. */
  readonly isStartBelow: boolean;
};

/** What is going on, and what can be done about it, above every view. */
export function Head({ snapshot, step, actions, isStartBelow }: Props) {
  const { settings, hasAccess, overview } = snapshot;
  const isOn = settings.consent && overview !== null && isUnderWay(overview.crawl);
  return (
    <div class="head">
      <StatusLine moment={snapshot} progress={isOn ? progressText(overview) : null} />
      {settings.consent && (
        <div class="head-controls">
          {!hasAccess && (
            <Button
              label={message('capture_allowAccess')}
              onClick={actions.allowAccess}
              isFilled={step === 'allow-access'}
            />
          )}
          {(isOn || !isStartBelow) && <CrawlButtons snapshot={snapshot} step={step} actions={actions} />}
        </div>
      )}
      {isOn && <CrawlProgress overview={overview} hasLegend={false} />}
      {settings.consent && hasAccess && overview && isWalled(overview) && (
        <CookiesSwitch snapshot={snapshot} actions={actions} />
      )}
    </div>
  );
}

/** How far the crawl is, as the beginning of a line. */
function progressText(overview: Overview): string | null {
  if (requestShare(overview)) return message('head_lookingForChanges');
  const { settled, models } = crawlShare(overview.counters);
  return models === 0 ? null : countMessage('crawl_settled', models, { settled });
}
