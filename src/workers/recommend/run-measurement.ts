import { runInSlices, type Slices } from '../../recommend/computation/run-in-slices';
import { fewestTestUsers, measureMethods } from '../../recommend/evaluation/measure-methods';
import { type Measurement, type MethodName, withEvent } from '../../recommend/evaluation/measurement';
import type { CollectedLikes } from './collected-likes';
import { coreLikes } from './core-likes';
import type { MeasureReply } from './measure-messages';
import { workFailure } from './work-failure';

type Tools = Pick<Slices, 'now' | 'pause'> & {
  readonly read: (onProgress: (share: number) => void) => Promise<CollectedLikes>;
  readonly reply: (reply: MeasureReply) => void;
};

/** So much of the whole is reading. */
const readingShare = 0.05;
/** A bar shows no smaller change, and a page that is told more often does nothing else. */
const sliceMs = 200;

/** Reads the likes and measures the methods on them. Rejects only if `reply` throws. */
export async function runMeasurement({ read, reply, now, pause }: Tools): Promise<void> {
  let measurement: Measurement | null = null;
  let at: MethodName | null = null;
  try {
    const collected = await read((share) =>
      reply({ kind: 'progress', share: share * readingShare, at: null, result: null }),
    );
    const data = collected.state;
    const tell = (share: number) =>
      reply({
        ...{ kind: 'progress', at },
        share: readingShare + share * (1 - readingShare),
        result: measurement && { data, measurement },
      });
    const computation = measureMethods({
      ...coreLikes(collected),
      report: (event) => {
        if (event.kind === 'begun') at = event.name;
        measurement = withEvent(measurement, event);
      },
    });
    const testUsers = await runInSlices(computation, { now, pause, sliceMs, onProgress: tell });
    // What the callback has set, TypeScript does not see.
    const result = measurement as Measurement | null;
    if (result === null) reply({ kind: 'tooLittle', testUsers, needed: fewestTestUsers });
    else reply({ kind: 'done', result: { data, measurement: result } });
  } catch (error) {
    reply({ kind: 'failed', failure: workFailure(error) });
  }
}
