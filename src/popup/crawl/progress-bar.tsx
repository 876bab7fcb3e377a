import { formatNumber } from '../../i18n/format-number';
import { formatEstimate, formatCount } from '../format/numbers';
import type { CrawlShare, RequestShare } from './progress';

const words = {
  name: 'Crawl progress',
  complete: 'complete',
  partial: 'partial',
  gone: 'gone',
  forbidden: 'forbidden',
  failed: 'failed',
  toGo: 'to go',
};

type Heap = {
  readonly kind: 'complete' | 'partial' | 'gone' | 'forbidden' | 'failed' | 'to-go';
  readonly size: number;
  readonly text: string;
};

/** The models in heaps, in the order of the legend; what is still to go is the empty part of the bar. */
export function ModelsBar({ share }: { readonly share: CrawlShare }) {
  const kinds = ['complete', 'partial', 'gone', 'forbidden', 'failed'] as const;
  const heaps: readonly Heap[] = [
    ...kinds.map((kind) => ({
      kind,
      size: share[kind],
      text: `${formatNumber(share[kind])} ${words[kind]}`,
    })),
    { kind: 'to-go', size: share.toGo, text: `${formatNumber(share.toGo)} ${words.toGo}` },
  ];
  const text = `${formatNumber(share.settled)} of ${formatCount(share.models, 'model')}`;
  return <Bar heaps={heaps} now={share.settled} max={share.models} text={text} />;
}

/** For a crawl that looks for changes of models which are all settled. */
export function RequestsBar({ share: { done, toGo } }: { readonly share: RequestShare }) {
  const asked = formatCount(done, 'request');
  const left = formatEstimate(toGo, 'request');
  const heaps: readonly Heap[] = [
    { kind: 'complete', size: done, text: `${asked} made` },
    { kind: 'to-go', size: toGo, text: `${left} ${words.toGo}` },
  ];
  return <Bar heaps={heaps} now={done} max={done + toGo} text={`${asked} made, ${left} ${words.toGo}`} />;
}

type BarProps = {
  readonly heaps: readonly Heap[];
  readonly now: number;
  readonly max: number;
  readonly text: string;
};

function Bar({ heaps, now, max, text }: BarProps) {
  const shown = heaps.filter(({ size }) => size > 0);
  return (
    <>
      <div
        class="bar"
        role="progressbar"
        aria-label={words.name}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={now}
        aria-valuetext={text}
      >
        {shown.map(({ kind, size }) => (
          <span key={kind} class={`segment ${kind}`} style={{ flexGrow: String(size) }} />
        ))}
      </div>
      <ul class="legend">
        {shown.map(({ kind, text }) => (
          <li key={kind} class={kind}>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
