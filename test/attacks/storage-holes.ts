import type { Hole } from './hole';

/** In what the browser stores for the extension. */
export const storageHoles: readonly Hole[] = [
  {
    hole: 'what was collected stays after it was deleted',
    file: 'src/store/delete-everything.ts',
    find: 'await db.delete({ disableAutoOpen: false });',
    replace: '',
    test: 'test/store/delete-everything.test.ts',
  },
  {
    hole: 'the list of whom to leave out stays after it was deleted',
    file: 'src/settings/stored-exclusions.ts',
    find: 'const { excluded: _, ...options } = stored.options;',
    replace: 'const { options } = stored;',
    test: 'test/settings/stored-exclusions.test.ts',
  },
  {
    hole: 'a deletion leaves another database behind',
    file: 'src/store/delete-everything.ts',
    find: 'await second.delete();',
    replace: '',
    test: 'test/store/delete-everything.test.ts',
  },
  {
    hole: 'a page forges models into the database, where content scripts can write the second copy',
    file: 'src/background/second-copy.ts',
    find: 'else if (head !== null && (await isStorageClosed())) await',
    replace: 'else if (head !== null) await',
    test: 'test/background/forged-copy.test.ts',
  },
  {
    hole: 'a page brings models into a new database before the user has agreed',
    file: 'src/background/second-copy.ts',
    find: 'if (await mayRestore()) await',
    replace: 'await',
    test: 'test/background/forged-copy.test.ts',
  },
  {
    hole: 'each restored copy makes a crawl request complete models again',
    file: 'src/store/restore-models.ts',
    find: 'added.filter((',
    replace: '(await db.models.toArray()).filter((',
    test: 'test/background/forged-copy.test.ts',
  },
  {
    hole: 'a setting is lost that is written while everything is deleted',
    file: 'src/store/delete-everything.ts',
    find: "...(await readState(db, 'decided'))",
    replace: '',
    test: 'test/store/delete-everything.test.ts',
  },
  {
    hole: 'a setting is lost that is written while the storage is wiped',
    file: 'src/background/second-copy.ts',
    find: 'whileNoPageWrites(wipe)',
    replace: 'wipe()',
    test: 'test/background/settings-in-deletion.test.ts',
  },
];
