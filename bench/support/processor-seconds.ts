import { readFileSync } from 'node:fs';
import { processesOf } from './process-memory';

/** Linux counts in hundredths of a second. */
const ticksPerSecond = 100;

/** What all processes of the browser with this profile have used so far: as good on a busy machine as on an idle one. */
export function processorSeconds(profile: string): number {
  return processesOf(profile).reduce((sum, { pid }) => sum + ticksOf(pid), 0) / ticksPerSecond;
}

function ticksOf(pid: string): number {
  try {
    // After the name in brackets, which may have blanks: state, then eleven others, then user and system time.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return 0; // it has ended
  }
}
