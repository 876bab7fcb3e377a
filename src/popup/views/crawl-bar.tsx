import type { CrawlShare } from '../decide/crawl-share';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

const words = {
  name: 'Crawl progress',
  complete: 'complete',
  partial: 'partial',
  gone: 'gone',
  failed: 'failed',
  toGo: 'to go',
};

/** The bar in the order of the legend; what is still to go is its empty part. */
export function CrawlBar({ share }: { readonly share: CrawlShare }) {
  const { complete, partial, gone, failed, toGo, settled, models } = share;
  const heaps = [
    { kind: 'complete', models: complete },
    { kind: 'partial', models: partial },
    { kind: 'gone', models: gone },
    { kind: 'failed', models: failed },
  ] as const;
  return (
    <>
      <div
        class="bar"
        role="progressbar"
        aria-label={words.name}
        aria-valuemin={0}
        aria-valuemax={models}
        aria-valuenow={settled}
        aria-valuetext={`${sayNumber(settled)} of ${sayCount(models, 'model')}`}
      >
        {[...heaps, { kind: 'to-go', models: toGo } as const]
          .filter((heap) => heap.models > 0)
          .map((heap) => (
            <span key={heap.kind} class={`segment ${heap.kind}`} style={{ flexGrow: String(heap.models) }} />
          ))}
      </div>
      <ul class="legend">
        {heaps
          .filter((heap) => heap.models > 0)
          .map((heap) => (
            <li key={heap.kind} class={heap.kind}>
              {sayNumber(heap.models)} {words[heap.kind]}
            </li>
          ))}
        {toGo > 0 && (
          <li>
            {sayNumber(toGo)} {words.toGo}
          </li>
        )}
      </ul>
    </>
  );
}
