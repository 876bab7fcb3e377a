import { measureMethods } from '../../src/recommend/evaluation/measure-methods';
import { coreLikes } from '../../src/workers/recommend/core-likes';
import { sampleLikes } from '../../test/popup/recommend/sample-likes';
import { time } from './stopwatch';

/** What "How good is this data?" does, on a generated world of 2016's size, times `times`. */
export function runMeasureBench(times: number): void {
  const size = { users: 62_583 * times, items: 28_806 * times, likes: 632_840 * times };
  const collected = sampleLikes(
    { ...size, groups: 20, seed: 2016 },
    { nameOf: (item) => `${item}`, tagOf: (tag) => `${tag}`, readAt: 0, hasKey: false },
  );
  const { likes, ...rest } = coreLikes(collected);
  console.log(
    `${likes.rowCount} users, ${likes.columnCount} items, ${likes.columns.length} likes in the core`,
  );
  const measured = time(
    measureMethods({
      ...rest,
      likes,
      report: (event) => {
        if (event.kind !== 'measured') return;
        const { name, recall } = event.method;
        console.log(`${name}: Recall@20 ${recall.mean.toFixed(4)}`);
      },
    }),
  );
  console.log(
    `all methods: ${measured.wallSeconds.toFixed(0)} s, processor ${measured.cpuSeconds.toFixed(0)} s, ` +
      `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
  );
}
