import { Alerts } from '../alerts';
import { RefusedNotice } from '../capture/refused-notice';
import { message } from '../../i18n/message';
import { firstDayStep } from '../overview/first-day-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { PrivacyNotice } from '../privacy-notice';
import { RestoredNotice } from '../restored-notice';
import { filledStep } from './filled-step';
import { Head } from './head';
import { Rail } from './rail';
import { viewAt } from './views';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** The page in a tab: one view at a time, between what is the same on all of them. */
export function TabPage({ snapshot, actions }: Props) {
  const { settings, overview, refused, errors, address, now } = snapshot;
  const { name, title, View } = viewAt(address);
  const step = filledStep(name, snapshot);
  const isStartBelow = name === 'overview' && firstDayStep(snapshot) !== null;
  return (
    <div class="tab">
      <Rail snapshot={snapshot} actions={actions} />
      <main>
        <h1 class="visually-hidden" tabIndex={-1}>
          {message(title)}
        </h1>
        <Head snapshot={snapshot} step={step} actions={actions} isStartBelow={isStartBelow} />
        <div class="content">
          <Alerts sentences={errors} />
          <PrivacyNotice snapshot={snapshot} actions={actions} />
          {settings.consent && <RestoredNotice overview={overview} now={now} />}
          {settings.consent && <RefusedNotice refused={refused} now={now} />}
          <View snapshot={snapshot} step={step} actions={actions} />
        </div>
      </main>
    </div>
  );
}
