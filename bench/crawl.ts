import { parseArgs } from 'node:util';
import { runCrawlBench } from './support/crawl-run';

const usage = `npm run bench:crawl -- [options]
  --rounds 3          full crawls, each followed by the same requests without storing anything
  --models 300        models on the practice site
  --latency 30        ms before every response
  --lanes 6           parallel requests; the browser itself queues more than 6`;

const text = (otherwise: string) => ({ type: 'string', default: otherwise }) as const;
const { values } = parseArgs({
  options: {
    rounds: text('3'),
    models: text('300'),
    latency: text('30'),
    lanes: text('6'),
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(usage);
else {
  await runCrawlBench({
    rounds: Number(values.rounds),
    models: Number(values.models),
    latencyMs: Number(values.latency),
    lanes: Number(values.lanes),
  });
}
