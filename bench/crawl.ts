import { parseArgs } from 'node:util';
import { runCrawlBench } from './support/crawl-run';

const usage = `npm run bench:crawl -- [options]
  --rounds 3          crawls of everything anew, each followed by the same requests with nothing stored
  --models 300        of the practice site
  --latency 30        ms before every answer
  --lanes 6           requests in flight; more than 6 the browser queues by itself`;

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
