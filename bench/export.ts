import { parseArgs } from 'node:util';
import { runExportBench } from './support/export-run';

const usage = `npm run bench:export -- [options]
  --times 1           multiple of the likes of 2016: 632,840
  --runs 1            exports of the same database, one after the other, each in its own browser
  --profile folder    profile to keep; filled only if it is new, since filling takes longer than exporting`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1' },
    profile: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) console.log(usage);
else await runExportBench(Number(values.times), Number(values.runs), values.profile);
