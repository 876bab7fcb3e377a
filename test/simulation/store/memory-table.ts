import { compareKeys, type Key } from './compare-keys';
import { MemoryCollection } from './memory-collection';

type Row = Readonly<Record<string, unknown>>;
type Entry = { readonly key: Key; readonly id: string };

/** How the table informs the database: of each call that is about to write, and how to undo each row. */
export type Journal = { readonly willWrite: () => void; readonly wrote: (undo: () => void) => void };

/** The part of a Dexie table that the store uses, over sorted arrays in memory. */
export class MemoryTable {
  readonly #rows = new Map<string, Row>();
  readonly #indexes: ReadonlyMap<string, Entry[]>;

  constructor(
    readonly name: string,
    readonly primaryKey: string,
    indexes: readonly string[],
    private readonly journal: Journal,
  ) {
    this.#indexes = new Map([':id', ...indexes].map((index) => [index, []]));
  }

  get(key: Key): Promise<Row | undefined> {
    return Promise.resolve(this.#rows.get(idOf(key)));
  }

  bulkGet(keys: readonly Key[]): Promise<(Row | undefined)[]> {
    return Promise.resolve(keys.map((key) => this.#rows.get(idOf(key))));
  }

  put(row: Row): Promise<void> {
    return this.bulkPut([row]);
  }

  async bulkPut(rows: readonly Row[]): Promise<void> {
    await Promise.resolve();
    this.journal.willWrite();
    for (const row of rows) this.#set(idOf(this.keyOf(row)), Object.freeze(row));
  }

  async bulkDelete(keys: readonly Key[]): Promise<void> {
    await Promise.resolve();
    this.journal.willWrite();
    for (const key of keys) this.#set(idOf(key), undefined);
  }

  clear(): Promise<void> {
    return this.bulkDelete(this.entries(':id').map(({ key }) => key));
  }

  toArray = () => this.toCollection().toArray();
  count = () => this.toCollection().count();
  filter = (test: (row: never) => boolean) => this.toCollection().filter(test);
  toCollection = () => new MemoryCollection(this, ':id', null, null);

  where(index: string) {
    return {
      equals: (key: Key) => new MemoryCollection(this, index, key, [key, true]),
      // Dexie's default: the lower bound is included, the upper one is not.
      between: (lower: Key, upper: Key) => new MemoryCollection(this, index, lower, [upper, false]),
    };
  }

  row(id: string): Row {
    return this.#rows.get(id)!;
  }

  keyOf(row: Row, index = ':id'): Key {
    const path = index === ':id' ? this.primaryKey : index;
    if (!path.startsWith('[')) return row[path] as Key;
    return path
      .slice(1, -1)
      .split('+')
      .map((field) => row[field] as Key);
  }

  entries(index: string): readonly Entry[] {
    return this.#indexes.get(index)!;
  }

  /** The first position in an index whose key is not below `key`. */
  placeOf(index: string, key: Key): number {
    const entries = this.entries(index);
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareKeys(entries[middle]!.key, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #set(id: string, row: Row | undefined): void {
    const before = this.#rows.get(id);
    this.journal.wrote(() => this.#put(id, before));
    this.#put(id, row);
  }

  #put(id: string, row: Row | undefined): void {
    const before = this.#rows.get(id);
    for (const index of this.#indexes.keys()) this.#move(index, id, before, row);
    if (row) this.#rows.set(id, row);
    else this.#rows.delete(id);
  }

  #move(index: string, id: string, before: Row | undefined, after: Row | undefined): void {
    const [from, to] = [before && this.keyOf(before, index), after && this.keyOf(after, index)];
    if (from !== undefined && to !== undefined && compareKeys(from, to) === 0) return;
    const entries = this.#indexes.get(index)!;
    if (from !== undefined) entries.splice(this.#entryOf(index, from, id), 1);
    if (to !== undefined) entries.splice(this.#entryOf(index, to, id), 0, { key: to, id });
  }

  /** Equal keys of an index are in the order of their primary keys. */
  #entryOf(index: string, key: Key, id: string): number {
    const entries = this.entries(index);
    let place = this.placeOf(index, key);
    while (place < entries.length && compareKeys(entries[place]!.key, key) === 0 && entries[place]!.id < id) {
      place += 1;
    }
    return place;
  }
}

const idOf = (key: Key) => (typeof key === 'object' ? key.join(' ') : String(key));
