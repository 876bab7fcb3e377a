import { formatClock } from '../../i18n/format-clock';
import { countMessage, message } from '../../i18n/message';
import type { LikesState } from '../../workers/recommend/messages';
import { Button } from '../controls/button';
import type { RecommendActions, RecommendSnapshot } from './recommend-snapshot';

type Props = {
  readonly recommend: RecommendSnapshot;
  /** What the counter of likes says now; `undefined` if it is not known. */
  readonly counted: number | undefined;
  readonly now: number;
  readonly actions: RecommendActions;
};

/** Of which data the view is made, and how far the reading is. */
export function DataLine({ recommend: { data, reading, isStopped }, counted, now, actions }: Props) {
  if (reading !== null) {
    return (
      <div class="data-line">
        <label class="small soft">
          {message('recommend_reading')}{' '}
          <progress value={reading} max={1} aria-label={message('recommend_reading')} />
        </label>
        <Button isQuiet label={message('recommend_stopReading')} onClick={actions.stopReadingLikes} />
      </div>
    );
  }
  if (isStopped || !data) {
    return (
      <div class="data-line">
        <p class="small soft">{isStopped ? message('recommend_stopped') : ''}</p>
        <Button isQuiet label={message('recommend_readNow')} onClick={actions.readLikesAgain} />
      </div>
    );
  }
  return (
    <div class="data-line">
      <p class="small soft">
        {sourceText(data, now)} {counted !== undefined && changeText(counted - data.counted)}{' '}
        {data.importsLeftOut > 0 && countMessage('recommend_importsLeftOut', data.importsLeftOut)}
      </p>
      <Button isQuiet label={message('recommend_readAgain')} onClick={actions.readLikesAgain} />
    </div>
  );
}

function sourceText({ likes, likedModels, readAt }: LikesState, now: number): string {
  const time = formatClock(readAt, now);
  return message('recommend_source', { likes, models: likedModels, time });
}

/** Likes can be taken back, too. */
function changeText(change: number): string {
  if (change > 0) return countMessage('recommend_moreLikes', change);
  return change < 0 ? message('recommend_changed') : '';
}
