import { formatClock } from '../../i18n/format-clock';
import { countMessage, message } from '../../i18n/message';
import type { RefusedReports } from '../../settings/refused-reports';

type Props = { readonly refused: RefusedReports | null; readonly now: number };

/** That pages reported more than is stored. */
export function RefusedNotice({ refused, now }: Props) {
  if (!refused) return null;
  const { reports, fullUntil } = refused;
  const sentences = [
    countMessage('refused_reports', reports),
    fullUntil !== null &&
      fullUntil > now &&
      message('refused_untilTomorrow', { time: formatClock(fullUntil, now) }),
  ];
  return <p class="notice small">{sentences.filter(Boolean).join(' ')}</p>;
}
