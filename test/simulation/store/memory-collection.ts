import { compareKeys, type Key } from './compare-keys';
import type { MemoryTable } from './memory-table';

type Row = Readonly<Record<string, unknown>>;

/** A range of a table in the order of one index, like a Dexie collection. */
export class MemoryCollection {
  #test: (row: Row) => boolean = () => true;
  #most = Infinity;

  constructor(
    private readonly table: MemoryTable,
    private readonly index: string,
    private readonly lower: Key | null,
    private readonly upper: readonly [key: Key, isIncluded: boolean] | null,
  ) {}

  filter(test: (row: never) => boolean): this {
    const before = this.#test;
    this.#test = (row) => before(row) && test(row as never);
    return this;
  }

  limit(most: number): this {
    this.#most = most;
    return this;
  }

  first = () => Promise.resolve(this.#rows(1)[0]);
  toArray = () => Promise.resolve(this.#rows());
  count = () => Promise.resolve(this.#rows().length);
  primaryKeys = () => Promise.resolve(this.#rows().map((row) => this.table.keyOf(row)));
  delete = async () => this.table.bulkDelete(await this.primaryKeys());

  #rows(most = this.#most): Row[] {
    const entries = this.table.entries(this.index);
    const found: Row[] = [];
    const start = this.lower === null ? 0 : this.table.placeOf(this.index, this.lower);
    for (let i = start; i < entries.length && found.length < most; i++) {
      if (!this.#isWithin(entries[i]!.key)) break;
      const row = this.table.row(entries[i]!.id);
      if (this.#test(row)) found.push(row);
    }
    return found;
  }

  #isWithin(key: Key): boolean {
    if (this.upper === null) return true;
    const order = compareKeys(key, this.upper[0]);
    return this.upper[1] ? order <= 0 : order < 0;
  }
}
