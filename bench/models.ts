import { parseArgs } from 'node:util';
import { runModelsBench } from './support/models-run';

const usage = `npm run bench:models -- [options]
  --times 1,10        multiples of the models of 2016: 28,806
  --runs 5            repetitions, of which the median counts`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1,10' },
    runs: { type: 'string', default: '5' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(usage);
else for (const times of values.times.split(',')) runModelsBench(Number(times), Number(values.runs));
