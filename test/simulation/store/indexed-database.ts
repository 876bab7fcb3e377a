import { LikesOutDatabase } from '../../../src/store/database';
import type { WriteGuard } from './write-guard';

let serial = 0;

/** The real database over fake-indexeddb, with a guard that can make writes fail. */
export function indexedDatabase(guard: WriteGuard): LikesOutDatabase {
  serial += 1;
  const db = new LikesOutDatabase(`simulation-${serial}`);
  db.use({
    stack: 'dbcore',
    name: 'write-guard',
    create: (below) => ({
      ...below,
      table: (name) => {
        const table = below.table(name);
        return {
          ...table,
          mutate: (request) => {
            guard.willWrite();
            return table.mutate(request);
          },
        };
      },
    }),
  });
  return db;
}
