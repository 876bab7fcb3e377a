import type { DatasetChoices } from './dataset-choices';
import { namesMeant, type Excluded, type ListUse } from './excluded-people';
import { modelUidOfAddress } from '../sketchfab/model-uid-of-address';

/**
 * The use of all three lists as one, as a person writes it. A line that may be a name as well as an id stands on two
 * lists and is found on one, so it is known when either knows it: apart, the other list would raise a false alarm.
 */
export function exclusionUse(excluded: DatasetChoices['excluded'], lists: Excluded['use']): ListUse {
  const meant = [
    ...namesMeant(excluded),
    ...excluded.userUids,
    ...excluded.modelUids.map((text) => modelUidOfAddress(text) ?? text),
  ];
  const listed = new Set(meant.map((text) => text.toLowerCase())).size;
  const found = Object.values(lists).reduce((sum, list) => sum + list.listed - list.unknown, 0);
  return { listed, unknown: Math.max(0, listed - found) };
}
