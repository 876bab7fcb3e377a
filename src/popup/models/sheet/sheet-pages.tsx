import { formatNumber } from '../../../i18n/format-number';
import { countMessage, message } from '../../../i18n/message';
import { likesPerPage } from '../../../sketchfab/addresses';
import type { LikesPageSize } from '../../../store/model-details';

type Props = {
  readonly pages: readonly LikesPageSize[];
  /** Retry reads no list again of which nothing is missing, or that is gone. */
  readonly canRetry: boolean;
};

/** Of more, only the short ones are shown. */
const mostShown = 60;

/** A box for each page that was read, with its number of likes. All but the last should be full. */
export function SheetPages({ pages, canRetry }: Props) {
  const numbered = pages.map((page, at) => ({ ...page, number: at + 1 }));
  const isShort = ({ likes, number }: { likes: number; number: number }) =>
    likes < likesPerPage && number < pages.length;
  const short = numbered.filter(isShort);
  const shown = pages.length > mostShown ? short.slice(0, mostShown) : numbered;
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  return (
    <>
      {shown.length > 0 && (
        <ol class="sheet-pages" aria-label={message('sheet_pages')}>
          {shown.map((page) => (
            <li
              key={page.number}
              class={isShort(page) ? 'short' : ''}
              title={message('sheet_pageTitle', {
                number: page.number,
                likes: countMessage('count_likes', page.likes),
              })}
            >
              {formatNumber(page.likes)}
            </li>
          ))}
        </ol>
      )}
      {short.length > 0 && (
        <p class="sheet-reason">
          {countMessage('sheet_shortPages', short.length)}
          {canRetry && ` ${message('sheet_retryPages')}`}
        </p>
      )}
      {unreadable > 0 && <p class="sheet-reason">{countMessage('sheet_unreadable', unreadable)}</p>}
    </>
  );
}
