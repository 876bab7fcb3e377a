import { countMessage, message } from '../../i18n/message';
import type { CrawlShare } from './crawl-share';
import type { RequestShare } from './request-share';
import { roundEstimate } from './round-estimate';

type Heap = {
  readonly kind: 'complete' | 'partial' | 'gone' | 'forbidden' | 'failed' | 'to-go';
  readonly size: number;
  readonly text: string;
};

const kinds = ['complete', 'partial', 'gone', 'forbidden', 'failed'] as const;
const kindKeys = {
  complete: 'crawl_complete',
  partial: 'crawl_partial',
  gone: 'crawl_gone',
  forbidden: 'crawl_forbidden',
  failed: 'crawl_failed',
} as const;

type Props<Share> = { readonly share: Share; readonly hasLegend: boolean };

/** The models by state, in the order of the legend. The empty part of the bar is what remains. */
export function ModelsBar({ share, hasLegend }: Props<CrawlShare>) {
  const heaps: readonly Heap[] = [
    ...kinds.map((kind) => ({
      kind,
      size: share[kind],
      text: countMessage(kindKeys[kind], share[kind]),
    })),
    { kind: 'to-go', size: share.toGo, text: countMessage('crawl_toGo', share.toGo) },
  ];
  const text = countMessage('crawl_settled', share.models, { settled: share.settled });
  return <Bar heaps={heaps} now={share.settled} max={share.models} text={text} hasLegend={hasLegend} />;
}

/** For a crawl that checks settled models for changes. */
export function RequestsBar({ share: { done, toGo }, hasLegend }: Props<RequestShare>) {
  const made = countMessage('crawl_requestsMade', done);
  const left = countMessage('crawl_requestsLeft', roundEstimate(toGo));
  const heaps: readonly Heap[] = [
    { kind: 'complete', size: done, text: made },
    { kind: 'to-go', size: toGo, text: left },
  ];
  return (
    <Bar
      heaps={heaps}
      now={done}
      max={done + toGo}
      text={message('crawl_requestsProgress', { made, left })}
      hasLegend={hasLegend}
    />
  );
}

type BarProps = {
  readonly heaps: readonly Heap[];
  readonly now: number;
  readonly max: number;
  readonly text: string;
  readonly hasLegend: boolean;
};

function Bar({ heaps, now, max, text, hasLegend }: BarProps) {
  const shown = heaps.filter(({ size }) => size > 0);
  return (
    <>
      <div
        class="bar"
        role="progressbar"
        aria-label={message('crawl_progress')}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={now}
        aria-valuetext={text}
      >
        {shown.map(({ kind, size }) => (
          <span key={kind} class={`segment ${kind}`} style={{ flexGrow: String(size) }} />
        ))}
      </div>
      {hasLegend && (
        <ul class="legend">
          {shown.map(({ kind, text }) => (
            <li key={kind} class={kind}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
