import { formatClock } from '../../i18n/format-clock';
import { formatDecimal } from '../../i18n/format-decimal';
import { countMessage, message } from '../../i18n/message';
import { type Measurement, precisionOf2016 } from '../../recommend/evaluation/measurement';
import type { LikesState } from '../../workers/recommend/messages';
import type { MeasuredLikes } from '../../workers/recommend/measure-messages';
import { Button } from '../controls/button';
import { BaselinesTable } from './baselines-table';
import { failureText } from './failure-text';
import { LearningCurve } from './learning-curve';
import type { QualityActions, QualitySnapshot } from './quality-snapshot';
import { methodTexts, protocolText, rangeText, stoppedText, verdictOf } from './quality-words';

type Props = {
  readonly quality: QualitySnapshot;
  /** What would be measured now, as far as it is read. */
  readonly data: LikesState | null;
  readonly now: number;
  readonly actions: QualityActions;
};

/** What recommenders find in this data, and what their numbers mean. */
export function Quality({ quality: { result, progress, tooLittle, failure }, data, now, actions }: Props) {
  return (
    <>
      <p class="visually-hidden" role="status">
        {progress ? message('quality_begun') : result ? message('quality_ended') : ''}
      </p>
      {failure && (
        <p role="alert" class="warning">
          {failureText(failure)}
        </p>
      )}
      {tooLittle && (
        <p class="too-little">
          {countMessage('quality_tooLittle', tooLittle.testUsers, { needed: tooLittle.needed })}
        </p>
      )}
      {result && <Verdict result={result} data={data} now={now} isOver={progress === null} />}
      {!result && !tooLittle && <p class="quality-about">{message('quality_about')}</p>}
      {progress ? (
        <div class="measure">
          <label class="small soft">
            {progress.at
              ? message('quality_measuring', { name: message(methodTexts[progress.at].name) })
              : message('quality_reading')}{' '}
            <progress value={progress.share} max={1} aria-label={message('quality_progress')} />
          </label>
          <Button label={message('quality_stop')} onClick={actions.stopMeasuring} />
        </div>
      ) : (
        <div class="measure">
          <Button
            label={message(result ? 'quality_measureAgain' : 'quality_measure')}
            onClick={actions.measureQuality}
          />
          <p class="small soft">{message('quality_takes')}</p>
        </div>
      )}
      {result && <Results measurement={result.measurement} />}
    </>
  );
}

type VerdictProps = Pick<Props, 'data' | 'now'> & {
  readonly result: MeasuredLikes;
  readonly isOver: boolean;
};

function Verdict({ result: { data: measured, measurement }, data, now, isOver }: VerdictProps) {
  const verdict = verdictOf(measurement);
  const { likes, likedModels, readAt, fingerprint } = measured;
  const stopped = isOver ? stoppedText(measurement) : null;
  // What is read here can be the older of the two.
  const isOld = isOver && data !== null && data.readAt > readAt && data.fingerprint !== fingerprint;
  const time = formatClock(readAt, now);
  return (
    <div class="quality-verdict">
      {verdict && <h2>{verdict}</h2>}
      {stopped && <p>{stopped}</p>}
      <p class="soft">
        {protocolText(measurement)} {message('quality_local')}
      </p>
      <p class="small soft">
        {message('recommend_source', { likes, models: likedModels, time })}{' '}
        {isOld && <b>{message('quality_old')}</b>}
      </p>
    </div>
  );
}

function Results({ measurement }: { readonly measurement: Measurement }) {
  const { methods, precision } = measurement;
  return (
    <>
      {methods.length > 0 && (
        <div class="baselines-box">
          <BaselinesTable measurement={measurement} />
          <p class="small soft">{message('quality_dotted')}</p>
        </div>
      )}
      <div class="quality-parts">
        <LearningCurve measurement={measurement} />
        <dl class="quality-terms">
          <dt>{message('quality_recall')}</dt>
          <dd>{message('quality_recallMeans')}</dd>
          <dt>{message('quality_ndcg')}</dt>
          <dd>{message('quality_ndcgMeans')}</dd>
          {precision && (
            <>
              <dt>{message('quality_precision')}</dt>
              <dd>
                {message('quality_precisionMeans', {
                  then: formatDecimal(precisionOf2016),
                  now: formatDecimal(precision.of2016.mean),
                  range: rangeText(precision.of2016),
                })}{' '}
                {message('quality_maskedMeans', {
                  masked: formatDecimal(precision.masked.mean),
                  range: rangeText(precision.masked),
                })}
              </dd>
            </>
          )}
          <dt>{message('quality_intervals')}</dt>
          <dd>{message('quality_intervalsMean')}</dd>
        </dl>
      </div>
    </>
  );
}
