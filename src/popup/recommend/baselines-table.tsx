import { formatDecimal } from '../../i18n/format-decimal';
import { message } from '../../i18n/message';
import type { Interval } from '../../recommend/evaluation/bootstrap';
import type { Measurement } from '../../recommend/evaluation/measurement';
import { aboutMethod, methodTexts, rangeText } from './quality-words';

/** Every method with its numbers, bars that begin at 0, and popularity as a dotted line. */
export function BaselinesTable({ measurement }: { readonly measurement: Measurement }) {
  const { methods } = measurement;
  const popularity = methods.find(({ name }) => name === 'Popularity');
  const [mostRecall, mostNdcg] = [
    Math.max(...methods.map(({ recall }) => recall.high)),
    Math.max(...methods.map(({ ndcg }) => ndcg.high)),
  ];
  return (
    <table class="baselines" aria-label={message('quality_baselines')}>
      <thead>
        <tr>
          <th scope="col">{message('quality_method')}</th>
          <th scope="col">{message('quality_recall')}</th>
          <th scope="col">{message('quality_ndcg')}</th>
        </tr>
      </thead>
      <tbody>
        {methods.map((method) => (
          <tr key={method.name}>
            <th scope="row">
              {message(methodTexts[method.name].name)}
              {aboutMethod(method, measurement).map((line) => (
                <span key={line} class="small soft">
                  {line}
                </span>
              ))}
            </th>
            <td>
              <Measured value={method.recall} most={mostRecall} popularity={popularity?.recall.mean} />
            </td>
            <td>
              <Measured value={method.ndcg} most={mostNdcg} popularity={popularity?.ndcg.mean} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type MeasuredProps = {
  readonly value: Interval;
  /** The right end of all bars of a column. */
  readonly most: number;
  readonly popularity: number | undefined;
};

function Measured({ value, most, popularity }: MeasuredProps) {
  const share = (number: number) => `${most === 0 ? 0 : (100 * number) / most}%`;
  return (
    <>
      <b>{formatDecimal(value.mean)}</b> <span class="small soft">{rangeText(value)}</span>
      <span class="measured" aria-hidden="true">
        <span class="fill" style={{ inlineSize: share(value.mean) }} />
        <span
          class="whisker"
          style={{ insetInlineStart: share(value.low), inlineSize: share(value.high - value.low) }}
        />
        {popularity !== undefined && (
          <span class="popularity" style={{ insetInlineStart: share(popularity) }} />
        )}
      </span>
    </>
  );
}
