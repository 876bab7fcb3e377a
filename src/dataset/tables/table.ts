export type Column = {
  readonly name: string;
  readonly about: string;
  /** As a Table Schema names it; text when nothing is said. */
  readonly type?: 'integer' | 'boolean' | 'array' | 'datetime';
  /** Ids, or text that people wrote on the site; words and numbers of our own when nothing is said. */
  readonly holds?: 'id' | 'site';
  /** As in a Table Schema. A column that is `required` has no nulls. */
  readonly constraints?: Readonly<Record<string, unknown>>;
};

/** What is said of a table: in its own header, in the README, in the descriptor and in croissant.json. */
export type Table = {
  readonly name: string;
  readonly path: string;
  readonly form: 'psv' | 'tsv' | 'parquet';
  readonly about: string;
  readonly columns: readonly Column[];
  /** Columns that are unique together, by which the rows are sorted. */
  readonly key: readonly string[];
  /** Where each value of `column` is found again, unless that table was left out. */
  readonly reference?: { readonly column: string; readonly table: string; readonly field: string };
};
