import { formatNumber } from '../../i18n/format-number';
import { formatShare } from '../../i18n/format-share';
import { countMessage, message } from '../../i18n/message';
import type { Counters } from '../../store/counters';
import { crawlShare } from '../crawl/crawl-share';
import { missingLists } from './missing-lists';

type Props = { readonly counters: Counters };

/** How much of what the site shows is here, and what the rest is. Without a list that says how long it is, nothing. */
export function CoverageSection({ counters }: Props) {
  const { likesShown, likesOfShown } = counters;
  if (likesShown === 0) return null;
  const isOfAll = crawlShare(counters).toGo === 0;
  const shown = countMessage('count_likes', likesShown);
  return (
    <section class="block coverage" aria-labelledby="coverage">
      <div>
        <h2 id="coverage" class="visually-hidden">
          {message('coverage_title')}
        </h2>
        <p class="figure">{formatShare(likesOfShown, likesShown)}</p>
        <p class="small soft">{message(isOfAll ? 'coverage_ofAll' : 'coverage_ofRead', { likes: shown })}</p>
      </div>
      <Missing counters={counters} />
    </section>
  );
}

/** Only what is missing: beside all that is there, nobody would see it. */
function Missing({ counters }: Props) {
  const { parts, lists } = missingLists(counters);
  const { models } = crawlShare(counters);
  if (lists === 0) return <p class="soft">{message('coverage_nothingMissing')}</p>;
  return (
    <div class="missing">
      <div class="title">
        <h3>{message('coverage_missing')}</h3>
        <span>{countMessage('coverage_missingLists', models, { missing: formatNumber(lists) })}</span>
      </div>
      <div class="bar" aria-hidden="true">
        {parts.map(({ kind, size }) => (
          <span key={kind} class={`segment ${kind}`} style={{ flexGrow: String(size) }} />
        ))}
      </div>
      <ul class="legend">
        {parts.map(({ kind, text }) => (
          <li key={kind} class={kind}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
