import { LikesOutDatabase } from '../../../src/store/database';
import { MemoryTable } from './memory-table';
import type { WriteGuard } from './write-guard';

/**
 * Replaces Dexie over IndexedDB below the real store. It is about twenty times faster, so ten thousand crawls take
 * minutes. Transactions are all or nothing, and the scheduler runs one at a time. `same-on-both.test.ts` checks that
 * crawls are the same over both.
 */
export function memoryDatabase(guard: WriteGuard): LikesOutDatabase {
  let undo: (() => void)[] | null = null;
  const journal = {
    willWrite: () => guard.willWrite(),
    wrote: (back: () => void) => undo?.push(back),
  };
  const { tables: real } = new LikesOutDatabase('schema');
  const tables = real.map(({ name, schema: { primKey, indexes } }) => {
    return new MemoryTable(name, nameOf(primKey), indexes.map(nameOf), journal);
  });

  async function transaction(...args: unknown[]): Promise<unknown> {
    const body = args.at(-1) as () => Promise<unknown>;
    if (undo) return body();
    const mine: (() => void)[] = [];
    undo = mine;
    try {
      return await body();
    } catch (error) {
      for (const back of mine.reverse()) back();
      throw error;
    } finally {
      undo = null;
    }
  }

  const byName = Object.fromEntries(tables.map((table) => [table.name, table]));
  return { ...byName, tables, transaction } as unknown as LikesOutDatabase;
}

/** A path, or several as Dexie writes them: `[state+order]`. */
const nameOf = ({ keyPath }: { keyPath?: string | string[] | undefined }) =>
  typeof keyPath === 'string' ? keyPath : `[${(keyPath ?? []).join('+')}]`;
