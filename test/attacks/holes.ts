/** A defence taken out of the code again, and the test that then has to fail. */
export type Hole = {
  /** What is possible with it. */
  readonly hole: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** A unit test (`.test.ts`), or one in a browser (`.spec.ts`) on a build of its own. */
  readonly test: string;
  /** The title of the test, where the file has others. */
  readonly title?: string;
};

const integrity =
  '"integrity": "sha512-tuwzwOcYVca9MufHuUvzKGRyL04iP52OjCNoRDuGXjzzrtPiPcl8r5QtOotbx0AyTR/CMcDTU9qLkN16b9fXiw==",';

/** docs/security.md says who would use them. */
export const holes: readonly Hole[] = [
  {
    hole: 'a page gives consent in the name of the user, where the settings cannot be closed',
    file: 'src/settings/effective-settings.ts',
    find: 'consent: found.consent && known.consent',
    replace: 'consent: found.consent',
    test: 'test/settings/effective-settings.test.ts',
  },
  {
    hole: 'a page starts a crawl by a message',
    file: 'src/messaging/may-send.ts',
    find: 'return sender.url.startsWith(us.ownPages);',
    replace: 'return true;',
    test: 'test/messaging/may-send.test.ts',
  },
  {
    hole: 'another extension starts a download by opening a page of ours',
    file: 'src/popup/download-link.ts',
    find: 'if (known !== token) return false;',
    replace: '',
    test: 'test/popup/download-link.test.ts',
  },
  {
    hole: 'a robots.txt takes more memory than the browser has',
    file: 'src/crawl/reduce-rules.ts',
    find: 'return format(ours.isPresent ? ours : everyones);',
    replace: 'return text;',
    test: 'test/crawl/site-rules.test.ts',
  },
  {
    hole: 'a registry delivers another package than the one that was reviewed',
    file: 'package-lock.json',
    find: integrity,
    replace: '',
    test: 'test/repository/lock-file.test.ts',
  },
  {
    hole: 'a tab stores as many bytes in a minute as it likes',
    file: 'src/background/tab-quota.ts',
    find: ' || bytes > maxBytesPerMinute',
    replace: '',
    test: 'test/background/capture.test.ts',
  },
  {
    hole: 'many tabs store as many bytes in a day as they like',
    file: 'src/store/day-budget.ts',
    find: 'return after.bytes > maxBytesPerDay ? undefined : after;',
    replace: 'return after;',
    test: 'test/background/capture.test.ts',
  },
  {
    hole: 'a report is as large as a page likes',
    file: 'src/background/capture.ts',
    find: 'bytes > maxReportBytes + bytesPerReport || ',
    replace: '',
    test: 'test/background/capture.test.ts',
  },
  {
    hole: 'a label is as long as a name',
    file: 'src/sketchfab/label.ts',
    find: 'cleanText(text, maxLabelLength)',
    replace: 'cleanText(text)',
    test: 'test/background/capture.test.ts',
  },
  {
    hole: 'a passphrase of one repeated syllable passes as strong',
    file: 'src/dataset/pseudonyms/rate-passphrase.ts',
    find: 'Math.min(estimateBits(passphrase), guessed)',
    replace: 'Math.max(guessed, estimateBits(passphrase))',
    test: 'test/dataset/pseudonyms/rate-passphrase.test.ts',
  },
  {
    hole: 'the like count of a model tells that somebody was left out',
    file: 'src/dataset/filter/leave-out.ts',
    find: 'return Math.max(count - dropped, left);',
    replace: 'return count;',
    test: 'test/dataset/nobody-shows.test.ts',
  },
  {
    hole: 'people are put back into datasets when the stored options are lost',
    file: 'src/popup/dataset/options-store.ts',
    find: 'exportOptions: withExclusions(found, remembered)',
    replace: 'exportOptions: found',
    test: 'test/popup/dataset/options-store.test.ts',
  },
  {
    hole: 'a zip is taken for one under a key that its writer did not have',
    file: 'src/dataset/merge/merge-key.ts',
    find: "if (!key.isProvenBy(keyProof)) throw new ImportError({ code: 'wrongKeyProof' });",
    replace: '',
    test: 'test/dataset/merge/merging.test.ts',
  },
  {
    hole: 'a part that claims to be from the future outdates what was read here',
    file: 'src/dataset/merge/believe-times.ts',
    find: 'const isFromFuture = zip.exportedAt > now;',
    replace: 'const isFromFuture = false;',
    test: 'test/dataset/merge/believe-times.test.ts',
  },
  {
    hole: 'a page overrules what the site has answered about a model',
    file: 'src/sketchfab/fact-origins.ts',
    find: 'rankOf(second.origin) > rankOf(first.origin) ? second : first',
    replace: 'first',
    test: 'test/sketchfab/merge-facts.test.ts',
  },
  {
    hole: 'a page passes its facts off as answers of the site',
    file: 'src/sketchfab/model-facts-shape.ts',
    find: 'v.picklist(pageOrigins)',
    replace: "v.picklist([...pageOrigins, 'answer'])",
    test: 'test/messaging/page-report.test.ts',
  },
  {
    hole: 'an import overrules what is known here about a model',
    file: 'src/dataset/merge/merge-model.ts',
    find: 'mergeEach(tableFacts, known, next)',
    replace: 'mergeEach(tableFacts, next, known)',
    test: 'test/dataset/merge/merging.test.ts',
  },
  {
    hole: 'a private model that a page has shown counts as public',
    file: 'src/store/upsert-models.ts',
    find: '{ models: sightings, isPublic: false }',
    replace: '{ models: sightings, isPublic: true }',
    test: 'test/crawl/public-models.test.ts',
  },
  {
    hole: 'a private model counts as public because its owner crawled it with cookies',
    file: 'src/crawl/handle-answer.ts',
    find: '(withCookies ? null : true)',
    replace: 'true',
    test: 'test/crawl/public-models.test.ts',
  },
  {
    hole: 'a private model counts as public because everyone can read its likes',
    file: 'src/store/save-likes-page.ts',
    find: ' && stored.isHidden !== true',
    replace: '',
    test: 'test/crawl/public-models.test.ts',
  },
  {
    hole: 'models that may be private are in the dataset',
    file: 'src/dataset/filter/leave-out.ts',
    find: 'if (isHidden(model)) kept.models[model] = 0;',
    replace: ';',
    test: 'test/dataset/filter/leave-out.test.ts',
  },
  {
    hole: 'people are put back into datasets when the copy in the database is lost',
    file: 'src/dataset/filter/exclusions.ts',
    find: 'new Set([...one[name], ...other[name]])',
    replace: 'new Set(other[name])',
    test: 'test/dataset/filter/exclusions.test.ts',
  },
  {
    hole: 'the list of whom to leave out has no second copy',
    file: 'src/popup/settings/record-own-writes.ts',
    find: 'await recordExclusions(db, items[optionsKey]);',
    replace: '',
    test: 'test/popup/settings/record-own-writes.test.ts',
  },
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
    hole: 'another extension starts a download in a browser',
    file: 'src/popup/download-link.ts',
    find: 'if (known !== token) return false;',
    replace: '',
    test: 'test/e2e/forged-settings.spec.ts',
    title: 'cannot start a download by the address',
  },
  {
    hole: 'a renderer that was taken over reads and writes the settings',
    file: 'src/settings/close-storage.ts',
    find: "await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });",
    replace: '',
    test: 'test/e2e/forged-settings.spec.ts',
    title: 'can neither read nor write what the extension stores',
  },
  {
    hole: 'a renderer that was taken over fills the disk',
    file: 'src/background/tab-quota.ts',
    find: ' || bytes > maxBytesPerMinute',
    replace: '',
    test: 'test/e2e/disk-filling.spec.ts',
    title: 'by a renderer that was taken over',
  },
  {
    hole: 'deleted rows stay in the files of the browser',
    file: 'src/background/second-copy.ts',
    find: 'await wipe();',
    replace: '',
    test: 'test/e2e/deletion.spec.ts',
  },
];
