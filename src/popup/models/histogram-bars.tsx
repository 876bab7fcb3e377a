import { useState } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import type { Measure, Range } from '../../models/model-filter';
import type { Histogram } from '../../models/models-answer';
import { coarserBins, rangeAfter } from './bars';
import { axisLabels } from './axis-labels';
import { measureTitle, rangeWords } from './filter-parts';

type Props = {
  readonly measure: Measure;
  readonly histogram: Histogram;
  readonly range: Range | null;
  readonly most: number;
  readonly onRange: (range: Range | null) => void;
};

/** Of a bar with models, however few. */
const leastHeight = 6;

/** How the models are distributed. A bar filters, a click with Shift takes all up to it; arrows go from bar to bar. */
export function HistogramBars({ measure, histogram, range, most, onRange }: Props) {
  const [current, setCurrent] = useState(0);
  const bins = coarserBins(histogram.bins, most);
  if (bins.length < 2) return null;
  const highest = Math.max(1, ...bins.map(({ count }) => count));
  const reachable = Math.min(current, bins.length - 1);

  function onKeyDown(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    const next = reachable + (step ?? 0);
    if (step === undefined || next < 0 || next >= bins.length) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
    if (event.shiftKey) onRange(rangeAfter(range, bins, next, true));
  }

  return (
    <div class="histogram">
      <div
        role="group"
        aria-label={message('models_histogram', { measure: measureTitle(measure) })}
        class="bars"
        onKeyDown={onKeyDown}
      >
        {bins.map(({ min, max, count, isChosen }, at) => {
          const words = rangeWords(measure, min, at === bins.length - 1 ? null : max);
          const text = countMessage('models_bar', count, { range: words });
          return (
            <button
              key={min}
              type="button"
              title={text}
              aria-label={text}
              aria-pressed={isChosen}
              tabIndex={at === reachable ? 0 : -1}
              onFocus={() => setCurrent(at)}
              onClick={(event) => onRange(rangeAfter(range, bins, at, event.shiftKey))}
            >
              <span
                style={{
                  blockSize: count === 0 ? '1px' : `${Math.max(leastHeight, (100 * count) / highest)}%`,
                }}
              />
            </button>
          );
        })}
      </div>
      <div class="axis" aria-hidden="true">
        {axisLabels(measure, bins).map((label, at) => (
          <span key={at}>{label}</span>
        ))}
      </div>
    </div>
  );
}
