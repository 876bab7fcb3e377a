import { parseArgs } from 'node:util';
import { runRecommendBench } from './support/recommend-run';

const usage = `npm run bench:recommend -- [options]
  --times 1           multiple of the users, models and likes of 2016: 62,583, 28,806 and 632,840
  --baselines         also measure all baselines on the 5/5 core`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    baselines: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(usage);
else runRecommendBench(Number(values.times), values.baselines);
