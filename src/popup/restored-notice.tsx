import { formatClock } from '../i18n/format-clock';
import { countMessage, message } from '../i18n/message';
import type { Overview } from '../store/overview';
import { isRestoredNews } from './popup-layout';

type Props = { readonly overview: Overview | null; readonly now: number };

/** Says that the browser lost the database, and what was restored. */
export function RestoredNotice({ overview, now }: Props) {
  if (!overview?.restored || !isRestoredNews(overview)) return null;
  const { at, models, lost } = overview.restored;
  const sentences = [
    message('restored_lostData', { time: formatClock(at, now) }),
    models > 0 && countMessage('restored_models', models),
    lost > 0 && countMessage('restored_missing', lost),
  ];
  return <p class="notice small">{sentences.filter(Boolean).join(' ')}</p>;
}
