import type { Hole } from './hole';

/** In datasets, and in zips that are imported. */
export const datasetHoles: readonly Hole[] = [
  {
    hole: 'a Parquet table takes more memory than the browser has',
    file: 'src/dataset/import/read-parquet.ts',
    find: 'orRefuse(entry, () => checkGroup(entry.path, file, group, readable));',
    replace: '',
    test: 'test/dataset/import/parquet-bombs.test.ts',
    // The others would take it.
    title: 'a run is longer than what is left',
  },
  {
    hole: 'a spreadsheet runs a name although formulas are escaped',
    file: 'src/dataset/tables/rec-a-sketch.ts',
    find: 'yield [toCell(name), uid]',
    replace: 'yield [name, uid]',
    test: 'test/dataset/tables/formulas.test.ts',
  },
  {
    hole: 'a small zip of many labels takes more memory than the browser has',
    file: 'src/dataset/import/memory-budget.ts',
    find: "if (spent > limit) throw new ImportError({ code: 'fileTooLarge', path });",
    replace: '',
    test: 'test/dataset/import/hostile-tables.test.ts',
    title: 'has taken too much',
  },
  {
    hole: 'a descriptor of empty lists takes more memory than the browser has',
    file: 'src/dataset/import/read-manifest.ts',
    find: "if (mostValues(text) > limit) throw new ImportError({ code: 'fileTooLarge', path });",
    replace: '',
    test: 'test/dataset/import/hostile-tables.test.ts',
    title: 'too many values',
  },
  {
    hole: 'texts are made to collide, since the hash of a table has no secret',
    file: 'src/dataset/columns/keyed-hash.ts',
    find: 'crypto.getRandomValues(new Int32Array(2))',
    replace: 'new Int32Array(2)',
    test: 'test/dataset/columns/keyed-hash.test.ts',
  },
  {
    hole: 'texts collide in the hash of a table whatever its secret',
    file: 'src/dataset/columns/keyed-hash.ts',
    find: 'let v0 = key[0];',
    replace:
      'return bytes.subarray(start, end).reduce((hash, byte) => (Math.imul(hash, 0x01000193) + byte) | 0, key[0]); let v0 = 0;',
    test: 'test/dataset/columns/string-dictionary.test.ts',
  },
  {
    hole: 'a zip makes a private model public that a page showed here',
    file: 'src/store/model-row.ts',
    find: '!isCaptured || isProven === true',
    replace: 'isCaptured || isProven || true',
    test: 'test/store/imported-private-models.test.ts',
    title: 'a page has shown it here',
  },
  {
    hole: 'a zip denies that the site hides a model',
    file: 'src/store/model-row.ts',
    find: 'row.isHidden !== true && ',
    replace: '',
    test: 'test/store/imported-private-models.test.ts',
  },
  {
    hole: 'the id of the owner of a model leaves in a text',
    file: 'src/dataset/leak-scan/leak-index.ts',
    find: '[likes.userUids, withoutModels(users.otherUserUids, models.uids)]',
    replace: '[likes.userUids]',
    test: 'test/dataset/blocked-export.test.ts',
    title: 'such as the owner',
  },
  {
    hole: 'a page blocks every download by naming a model as an owner',
    file: 'src/dataset/leak-scan/leak-index.ts',
    find: 'withoutModels(users.otherUserUids, models.uids)',
    replace: 'users.otherUserUids',
    test: 'test/dataset/blocked-export.test.ts',
    title: 'named a model as the owner',
  },
  {
    hole: 'a list that was cut short tells that somebody on it was left out',
    file: 'src/dataset/filter/leave-out.ts',
    find: 'keepsCutLists ? left : keepWholePages(left, isCut)',
    replace: 'left',
    test: 'test/dataset/lists-cut-short.test.ts',
    title: 'whole pages of likes',
  },
  {
    hole: 'a list of a single page that was cut short is empty only if somebody on it was left out',
    file: 'src/dataset/filter/whole-pages.ts',
    find: 'whole < 2 * likesPerPage ? 0 : whole',
    replace: 'whole',
    test: 'test/dataset/lists-cut-short.test.ts',
    title: 'whole pages of likes',
  },
];
