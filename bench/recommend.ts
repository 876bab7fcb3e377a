import { parseArgs } from 'node:util';
import { runMeasureBench } from './support/measure-run';
import { runRecommendBench } from './support/recommend-run';
import { runRecommendViewBench } from './support/recommend-view-run';

const usage = `npm run bench:recommend -- [options]
  --times 1           multiple of the users, models and likes of 2016: 62,583, 28,806 and 632,840
  --baselines         also measure all baselines on the 5/5 core
  --quality           measure what "How good is this data?" takes
  --view              measure the view in Chromium instead, from a filled database to the first list
  --runs 3            repetitions with --view`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    baselines: { type: 'boolean', default: false },
    quality: { type: 'boolean', default: false },
    view: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(usage);
else if (values.view) await runRecommendViewBench(Number(values.times), Number(values.runs));
else if (values.quality) runMeasureBench(Number(values.times));
else runRecommendBench(Number(values.times), values.baselines);
