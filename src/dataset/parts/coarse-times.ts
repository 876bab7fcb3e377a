import { numberAt } from '../columns/uint32-list';
import type { PackedLikes } from '../snapshot/snapshot';

const hour = 3_600_000;

type Times = Pick<PackedLikes, 'readFrom' | 'readTo'>;

/**
 * When each list was read, to the hour. Exact times would tell how many pages a list had: one of 24 likes that took two
 * requests had another like, which was left out. Earlier beginnings and later ends are the safe side: no like is taken
 * for one that was taken back.
 *
 * The end depends on the beginning and on the full hours in between alone, so that a list that was read across the turn
 * of an hour looks like any other. `latest` bounds it, since a time after the export would be a lie.
 */
export function coarseTimes({ readFrom, readTo }: Times, latest: number): Times {
  const begin = readFrom.map((time) => Math.floor(time / hour) * hour);
  const ends = begin.map((time, list) => {
    const last = numberAt(readTo, list);
    const hours = Math.floor((last - numberAt(readFrom, list)) / hour);
    const end = time + (hours + 2) * hour;
    return latest >= last ? Math.min(end, latest) : end;
  });
  return { readFrom: begin, readTo: ends };
}
