import { formatDay } from '../../../i18n/format-day';
import { formatShare } from '../../../i18n/format-share';
import { countMessage, message } from '../../../i18n/message';
import type { ModelPlace } from '../../../models/models-answer';
import type { ModelDetails } from '../../../store/model-details';

type Props = { readonly details: ModelDetails; readonly place: ModelPlace | null };

/** What became of its likes from sweep to sweep, and where it stands among the others. */
export function SheetLikes({ details: { row, takenBack }, place }: Props) {
  return (
    <section aria-labelledby="sheet-likes">
      <h3 id="sheet-likes">{message('sheet_likes')}</h3>
      <p>
        {row.lastSweep < 0 ? message('sheet_neverRead') : countMessage('sheet_sweeps', row.lastSweep + 1)}
      </p>
      {takenBack.length === 0 ? (
        row.lastSweep > 0 && <p class="small soft">{message('sheet_noneTakenBack')}</p>
      ) : (
        <table class="sheet-table">
          <thead>
            <tr>
              <th scope="col">{message('sheet_noticed')}</th>
              <th scope="col">{message('sheet_takenBack')}</th>
            </tr>
          </thead>
          <tbody>
            {takenBack.map(({ likes, noticedAt }, at) => (
              <tr key={at}>
                <td>{formatDay(noticedAt)}</td>
                <td>{countMessage('count_likes', likes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {place && place.fewerLikes !== null && (
        <p>
          {message('sheet_standing', {
            share: formatShare(place.fewerLikes, place.withKnownLikes),
            models: place.withKnownLikes,
          })}
        </p>
      )}
    </section>
  );
}
