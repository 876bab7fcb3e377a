import { LikesOutDatabase } from '../../src/store/database';

let serial = 0;

/** A separate database for each test, on a fake IndexedDB. */
export function freshDatabase(): LikesOutDatabase {
  serial += 1;
  return new LikesOutDatabase(`test-${serial}`);
}
