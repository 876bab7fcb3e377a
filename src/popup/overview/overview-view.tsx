import { hasLostConsent } from '../has-lost-consent';
import type { ViewProps } from '../tab/view-props';
import { CollectMore } from './collect-more';
import { CollectedSection } from './collected-section';
import { CoverageSection } from './coverage-section';
import { BeforeYouAgree } from './before-you-agree';
import { FirstDay } from './first-day';
import { firstDayStep } from './first-day-step';
import { SiteCheckSection } from '../site-check/site-check-section';
import { ProblemsSection } from './problems-section';

/** Is it going well, what is there, what is wrong, what next? */
export function OverviewView({ snapshot, step, actions }: ViewProps) {
  const { settings, overview } = snapshot;
  const first = firstDayStep(snapshot);
  return (
    <div class="blocks">
      {first !== null && <FirstDay present={first} snapshot={snapshot} step={step} actions={actions} />}
      {!settings.consent && <BeforeYouAgree />}
      {(settings.consent || hasLostConsent(snapshot)) && (
        <CollectedSection snapshot={snapshot} step={step} actions={actions} />
      )}
      {settings.consent && overview && first === null && (
        <>
          <CoverageSection counters={overview.counters} />
          <ProblemsSection overview={overview} onRetry={() => actions.startCrawl('failed')} />
        </>
      )}
      {settings.consent && (
        <>
          <CollectMore snapshot={snapshot} actions={actions} isFirstDay={first !== null} />
          <SiteCheckSection snapshot={snapshot} actions={actions} />
        </>
      )}
    </div>
  );
}
