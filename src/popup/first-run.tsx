import type { Overview } from '../store/overview';
import { Button } from './controls/button';
import { formatCount } from './format/numbers';
import { formatClock } from '../i18n/format-clock';
import { isRestoredNews } from './popup-layout';

const words = {
  points: [
    'While you browse Sketchfab, the models on each page are noted: id, name, maker, likes, tags and what else their cards say.',
    'When you start a crawl, Sketchfab is asked who liked them, one request a second at most. The site sees these requests as it sees your browsing.',
    'All of it stays in this browser until you download it. In the file, one-time pseudonyms stand for the users.',
  ],
  before: 'Nothing is noted or asked before you agree. You can switch it off at any time.',
  start: 'Start collecting',
};

export function FirstRun({ onStart }: { readonly onStart: () => void }) {
  return (
    <section class="section">
      <ul class="points">
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p class="soft">{words.before}</p>
      <div class="buttons">
        <Button label={words.start} onClick={onStart} isFilled isWide />
      </div>
    </section>
  );
}

type Props = { readonly overview: Overview | null; readonly now: number };

/** What became of a database that the browser lost. */
export function RestoredNotice({ overview, now }: Props) {
  if (!overview?.restored || !isRestoredNews(overview)) return null;
  const { at, models, lost } = overview.restored;
  return (
    <p class="notice small">
      This browser had lost its data ({formatClock(at, now)}).{' '}
      {models > 0 &&
        `${formatCount(models, 'captured model')} came back from a second copy, and their likes have to be crawled again. `}
      {lost > 0 && `${formatCount(lost, 'model')} could not be brought back.`}
    </p>
  );
}
