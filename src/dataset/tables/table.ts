/** Describes a table for its header, its Parquet schema, the README, the descriptors and the leak scan. */
export type Table = {
  readonly name: string;
  readonly path: string;
  readonly form: 'psv' | 'tsv' | 'parquet';
  readonly about: string;
  readonly columns: readonly Column[];
  /** The columns that are unique together, and by which the rows are sorted. */
  readonly key: readonly string[];
  /** The foreign key; void if that table is not part of the dataset. */
  readonly reference?: { readonly column: string; readonly table: string; readonly field: string };
};

export type Column = {
  readonly name: string;
  readonly about: string;
  /** A type of Table Schema; text by default. */
  readonly type?: 'integer' | 'boolean' | 'array' | 'date' | 'datetime';
  /** Ids, or text that people wrote on the site; by default words and numbers of ours. */
  readonly holds?: 'id' | 'site';
  /** As in Table Schema. A `required` column has no nulls. */
  readonly constraints?: Readonly<Record<string, unknown>>;
};
