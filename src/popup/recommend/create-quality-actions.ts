import type { DatasetOptions } from '../../dataset/dataset-options';
import { message } from '../../i18n/message';
import { isWhole } from '../../recommend/evaluation/measurement';
import type { MeasuredLikes, MeasureReply } from '../../workers/recommend/measure-messages';
import type { startMeasurement } from '../../workers/recommend/start-measurement';
import type { Attempt } from '../page-state';
import { type QualityActions, type QualitySnapshot, unmeasured } from './quality-snapshot';

/** `startMeasurement` with the worker. */
export type StartMeasurement = (
  tools: Omit<Parameters<typeof startMeasurement>[0], 'startWorker'>,
) => () => void;

export type QualityTools = {
  readonly read: () => QualitySnapshot;
  readonly change: (part: Partial<QualitySnapshot>) => void;
  readonly startMeasurement: StartMeasurement;
  readonly attempt: Attempt;
  /** Whom to leave out; `null` if that cannot be read. */
  readonly readExcluded: () => DatasetOptions['excluded'] | null;
  readonly kept: {
    readonly readDatabaseId: () => Promise<string | null>;
    readonly read: () => Promise<unknown>;
    readonly keep: (databaseId: string | null, measurement: unknown) => Promise<void>;
  };
};

/** Of what is kept: another version of the extension may keep something else. */
const version = 2;

/** What the controls of "How good is this data?" do. */
export function createQualityActions(tools: QualityTools): QualityActions {
  const { read, change, attempt, readExcluded, kept } = tools;
  let stop: (() => void) | null = null;
  let databaseId = Promise.resolve<string | null>(null);
  /** Whether there are results of this time that are not kept yet. */
  let isNew = false;

  function keep(): void {
    const { result } = read();
    if (!result || !isNew || result.measurement.methods.length === 0) return;
    isNew = false;
    attempt(
      message('quality_notKept'),
      async () => {
        const before = isWhole(result.measurement) ? null : keptMeasurement(await kept.read());
        // A part says less than the whole that is kept.
        if (before && isWhole(before.measurement)) return;
        await kept.keep(await databaseId, { version, ...result });
      },
      'quality',
    );
  }

  function take(reply: MeasureReply): void {
    switch (reply.kind) {
      case 'progress': {
        const { share, at, result } = reply;
        if (result) isNew = true;
        change({ progress: { share, at }, ...(result && { result }) });
        return;
      }
      case 'done':
        isNew = true;
        change({ progress: null, result: reply.result });
        keep();
        return;
      case 'tooLittle': {
        const { testUsers, needed } = reply;
        change({ progress: null, result: null, tooLittle: { testUsers, needed } });
        return;
      }
      case 'failed':
        change({ progress: null, failure: reply.failure });
        keep();
    }
  }

  return {
    showQuality: () => {
      if (read().result || read().progress) return;
      attempt(
        message('quality_notRead'),
        async () => {
          const found = keptMeasurement(await kept.read());
          if (found && !read().result && !read().progress) change({ result: found });
        },
        'quality',
      );
    },
    measureQuality: () => {
      const excluded = readExcluded();
      if (!excluded) return;
      stop?.();
      isNew = false;
      databaseId = kept.readDatabaseId();
      // It is told when the results are kept.
      databaseId.catch(() => undefined);
      change({ progress: { share: 0, at: null }, tooLittle: null, failure: null });
      stop = tools.startMeasurement({ excluded, onReply: take });
    },
    stopMeasuring: () => {
      stop?.();
      change({ progress: null });
      keep();
    },
    forgetQuality: () => {
      stop?.();
      isNew = false;
      // Not at once: a page that is drawn anew out of an effect runs the effect again.
      queueMicrotask(() => change(unmeasured));
    },
  };
}

function keptMeasurement(found: unknown): MeasuredLikes | null {
  const measured = found as ({ readonly version?: number } & MeasuredLikes) | null;
  return measured?.version === version ? measured : null;
}
