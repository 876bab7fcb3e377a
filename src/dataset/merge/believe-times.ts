import type { ImportedDataset, ImportedModel } from '../import/imported-dataset';

/** The times of a zip that are not believed. */
export type DoubtedTimes = {
  /** By its own clock the zip was made after now, so that clock was ahead, or ours is behind. */
  readonly isFromFuture: boolean;
  /** Lists that claim to be read after the zip was made, or to end before they began. */
  readonly lists: number;
};

/**
 * A crawl may go on while a zip is written, and what it reads meanwhile is later than the time that the zip states. The
 * times of a part without some users are to the hour, which can make them two hours later.
 */
const toleranceMs = 3 * 3_600_000;

/**
 * The zip with the times that can be believed at `now`. The clock of another machine may be wrong, and a time that is too
 * late would outdate what others read. Whatever it says, nothing in the zip was seen later than now, nor much later than
 * its export.
 *
 * What was seen at a doubted time counts as seen at the latest possible one, so that no like is taken for a withdrawn one.
 * A list with such a time takes back no likes, and if its own times contradict each other it is not complete either.
 */
export function believeTimes(
  zip: ImportedDataset,
  now: number,
): { readonly imported: ImportedDataset; readonly doubted: DoubtedTimes } {
  const isFromFuture = zip.exportedAt > now;
  const exportedAt = Math.min(zip.exportedAt, now);
  const bound = exportedAt + toleranceMs;
  const latest = Math.min(bound, now);
  const seenAt = zip.seenAt?.slice() ?? null;
  let lists = 0;
  const models = zip.models.map((model, index) => {
    const [start, end] = [zip.starts[index] ?? 0, zip.starts[index + 1] ?? 0];
    const isDoubted = !isFromFuture && contradicts(model, seenAt?.subarray(start, end) ?? null, bound);
    if (isDoubted) lists += 1;
    if (!isDoubted && !isFromFuture) return notAfter(now, model);
    seenAt?.fill(latest, start, end);
    const state = isDoubted && model.complete ? 'partial' : model.state;
    return { ...model, state, complete: model.complete && !isDoubted, sweptAt: null, observedAt: null };
  });
  const seenByNow = seenAt && seenAt.map((time) => Math.min(time, now));
  return { imported: { ...zip, exportedAt, models, seenAt: seenByNow }, doubted: { isFromFuture, lists } };
}

/** Within the tolerance a time can be later than now. */
function notAfter(now: number, model: ImportedModel): ImportedModel {
  const [sweptAt, observedAt] = [model.sweptAt, model.observedAt].map((time) => time && Math.min(time, now));
  return { ...model, sweptAt: sweptAt ?? null, observedAt: observedAt ?? null };
}

function contradicts(
  { sweptAt, observedAt }: ImportedModel,
  seenAt: Float64Array | null,
  bound: number,
): boolean {
  const times = [sweptAt, observedAt].filter((time) => time !== null);
  if (times.some((time) => time > bound)) return true;
  if (sweptAt !== null && (observedAt === null || observedAt < sweptAt)) return true;
  return seenAt?.some((time) => time > bound || time < (sweptAt ?? -Infinity)) ?? false;
}
