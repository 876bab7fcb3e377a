import { describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import {
  createQualityActions,
  type StartMeasurement,
} from '../../../src/popup/recommend/create-quality-actions';
import { type QualitySnapshot, unmeasured } from '../../../src/popup/recommend/quality-snapshot';
import type { MeasuredLikes, MeasureReply } from '../../../src/workers/recommend/measure-messages';

const later = () => new Promise((resolve) => setTimeout(resolve));
const result = (methods: number) =>
  ({
    data: { likes: 3 },
    measurement: { methods: Array.from({ length: methods }, () => ({})), curve: [], epochs: 0 },
  }) as unknown as MeasuredLikes;

function view(kept: unknown = null) {
  let snapshot: QualitySnapshot = unmeasured;
  const started: Parameters<StartMeasurement>[0][] = [];
  const [stop, keep, failed] = [vi.fn(), vi.fn(() => Promise.resolve()), vi.fn()];
  const actions = createQualityActions({
    read: () => snapshot,
    change: (part) => {
      snapshot = { ...snapshot, ...part };
    },
    startMeasurement: (tools) => {
      started.push(tools);
      return stop;
    },
    attempt: (what, act) => void act().catch(() => void failed(what)),
    readExcluded: () => defaultDatasetOptions.excluded,
    kept: { readDatabaseId: () => Promise.resolve('one'), read: () => Promise.resolve(kept), keep },
  });
  const tell = (reply: MeasureReply) => started.at(-1)!.onReply(reply);
  return { actions, started, stop, keep, failed, tell, shown: () => snapshot };
}

describe('a measurement of the data', () => {
  it('shows what there is on the way, and is kept at its end with the database that it began in', async () => {
    const { actions, tell, keep, shown } = view();
    actions.measureQuality();
    expect(shown().progress).toEqual({ share: 0, at: null });
    tell({ kind: 'progress', share: 0.5, at: 'WRMF', result: result(1) });
    expect(shown()).toEqual({ ...unmeasured, progress: { share: 0.5, at: 'WRMF' }, result: result(1) });
    tell({ kind: 'done', result: result(6) });
    await later();
    expect(shown()).toEqual({ ...unmeasured, result: result(6) });
    expect(keep).toHaveBeenCalledExactlyOnceWith('one', { version: 2, ...result(6) });
  });

  it('keeps what there is when it is stopped, and nothing where there is nothing', async () => {
    const { actions, tell, keep, stop, shown } = view();
    actions.measureQuality();
    actions.stopMeasuring();
    await later();
    expect(keep).not.toHaveBeenCalled();
    actions.measureQuality();
    tell({ kind: 'progress', share: 0.5, at: 'WRMF', result: result(2) });
    actions.stopMeasuring();
    await later();
    expect(stop).toHaveBeenCalled();
    expect(keep).toHaveBeenCalledExactlyOnceWith('one', { version: 2, ...result(2) });
    expect(shown()).toMatchObject({ progress: null, result: result(2) });
  });

  it('is kept in part only where no whole one is kept', async () => {
    for (const [kept, times] of [
      [{ version: 2, ...result(6) }, 0],
      [{ version: 2, ...result(1) }, 1],
      [{ version: 1, other: 'form' }, 1],
    ] as const) {
      const { actions, tell, keep } = view(kept);
      actions.measureQuality();
      tell({ kind: 'progress', share: 0.5, at: 'WRMF', result: result(2) });
      actions.stopMeasuring();
      await later();
      expect(keep).toHaveBeenCalledTimes(times);
    }
    const { actions, tell, keep } = view({ version: 2, ...result(6) });
    actions.measureQuality();
    tell({ kind: 'done', result: result(6) });
    await later();
    expect(keep).toHaveBeenCalledOnce();
  });

  it('is there again after the page was closed, unless another version has kept it', async () => {
    for (const [kept, expected] of [
      [
        { version: 2, ...result(6) },
        { version: 2, ...result(6) },
      ],
      [{ version: 1, other: 'form' }, null],
      [null, null],
    ]) {
      const { actions, shown } = view(kept);
      actions.showQuality();
      await later();
      expect(shown().result).toEqual(expected);
    }
  });

  it('says that there is too little, and that it failed, with what it had found', async () => {
    const { actions, tell, keep, shown } = view();
    actions.measureQuality();
    tell({ kind: 'tooLittle', testUsers: 3, needed: 100 });
    expect(shown()).toEqual({ ...unmeasured, tooLittle: { testUsers: 3, needed: 100 } });
    actions.measureQuality();
    expect(shown().tooLittle).toBeNull();
    tell({ kind: 'progress', share: 0.5, at: 'WRMF', result: result(2) });
    const failure = { code: 'outOfMemory', message: '' } as const;
    tell({ kind: 'failed', failure });
    await later();
    expect(shown()).toEqual({ ...unmeasured, failure, result: result(2) });
    expect(keep).toHaveBeenCalledOnce();
  });

  it('says when its results cannot be kept', async () => {
    const { actions, tell, keep, failed } = view();
    keep.mockRejectedValueOnce(new Error('the disk is full'));
    actions.measureQuality();
    tell({ kind: 'done', result: result(6) });
    await later();
    expect(failed).toHaveBeenCalledExactlyOnceWith('The results were not kept');
  });

  it('is forgotten when nothing is collected any more, even midway', async () => {
    const { actions, tell, keep, stop, shown } = view();
    actions.measureQuality();
    tell({ kind: 'progress', share: 0.5, at: 'WRMF', result: result(2) });
    actions.forgetQuality();
    await later();
    expect(stop).toHaveBeenCalledOnce();
    expect(shown()).toEqual(unmeasured);
    expect(keep).not.toHaveBeenCalled();
  });
});
