import type { ComponentChildren } from 'preact';
import { formatClock } from '../../../i18n/format-clock';
import { formatDay } from '../../../i18n/format-day';
import { formatList } from '../../../i18n/format-list';
import { formatNumber } from '../../../i18n/format-number';
import { countMessage, message, type PlainKey } from '../../../i18n/message';
import type { ModelDetails } from '../../../store/model-details';
import { isKnownPublic } from '../../../store/model-row';
import { cutText, inRow, inTitle } from '../cut-text';
import { type FactSource, factsBySource } from './fact-sources';
import { SheetPages } from './sheet-pages';

type Props = { readonly details: ModelDetails; readonly now: number };

const sourceNames = {
  answer: 'sheet_fromAnswers',
  page: 'sheet_fromPages',
  import: 'sheet_fromImports',
  unknown: 'sheet_fromUnknown',
} as const satisfies Record<FactSource, PlainKey>;

/** What the site said of the model, when, and by which way it came here. */
export function SheetOrigin({ details, now }: Props) {
  const { row, pages, pagesUnderWay, isQueued } = details;
  const { sources, observedAt, publishedOn, views, licence } = row;
  const clock = (moment: number) => formatClock(moment, now);
  return (
    <section aria-labelledby="sheet-origin">
      <h3 id="sheet-origin">{message('sheet_origin')}</h3>
      <dl class="sheet-facts">
        <Fact name={message('sheet_id')}>
          <code>{row.uid}</code>
        </Fact>
        <Fact name={message('sheet_noted')}>
          {message(sources?.isCaptured === false ? 'sheet_notedByImport' : 'sheet_notedHere', {
            time: clock(row.capturedAt),
          })}
        </Fact>
        {sources && (
          <Fact name={message('sheet_imports')}>
            {countMessage('sheet_importsWith', sources.imports.length)}
          </Fact>
        )}
        {observedAt !== null && <Fact name={message('sheet_seen')}>{clock(observedAt)}</Fact>}
        {factsBySource(row).map(([source, facts]) => (
          <Fact key={source} name={message(sourceNames[source])}>
            {formatList(facts)}
          </Fact>
        ))}
        {publishedOn !== null && (
          <Fact name={message('sheet_published')}>{formatDay(Date.parse(publishedOn))}</Fact>
        )}
        {views !== null && <Fact name={message('sheet_views')}>{formatNumber(views.count)}</Fact>}
        {licence !== null && (
          <Fact name={message('sheet_licence')}>
            <bdi title={cutText(licence, inTitle)}>{cutText(licence, inRow)}</bdi>
          </Fact>
        )}
        <Fact name={message('models_public')}>
          {message(isKnownPublic(row) ? 'sheet_isPublic' : 'sheet_isNotPublic')}
        </Fact>
        <Fact name={message('models_likes')}>{likesText(details, clock)}</Fact>
        {pagesUnderWay > 0 && (
          <Fact name={message('sheet_underWay')}>{countMessage('sheet_pagesRead', pagesUnderWay)}</Fact>
        )}
        {isQueued && <Fact name={message('sheet_queue')}>{message('sheet_isQueued')}</Fact>}
      </dl>
      <SheetPages pages={pages} canRetry={row.state !== 'complete' && row.state !== 'gone'} />
    </section>
  );
}

type FactProps = { readonly name: string; readonly children: ComponentChildren };

function Fact({ name, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function likesText({ row, pages }: ModelDetails, clock: (moment: number) => string): string {
  const last = pages.at(-1);
  if (!last) return message('sheet_notRead');
  const read = countMessage('sheet_pagesRead', pages.length);
  const time = clock(row.readAt ?? last.fetchedAt);
  return message(row.readAt === null ? 'sheet_readSoFar' : 'sheet_readWhole', { pages: read, time });
}
