import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { createLeakIndex } from '../../../src/dataset/leak-scan/leak-index';
import type { EntryShape } from '../../../src/dataset/leak-scan/entry-shape';
import { createLeakScan } from '../../../src/dataset/leak-scan/leak-scan';
import type { LeakSubjects } from '../../../src/dataset/leak-scan/watch-list';
import { psvRecord } from '../../../src/dataset/tables/delimited-text';

export const hex = (text: string) => createHash('md5').update(text).digest('hex');
type Subjects = Omit<LeakSubjects, 'leakIndex'> & {
  readonly userUids: readonly string[];
  readonly usernames: readonly string[];
};
export const subjects: Subjects = {
  userUids: [hex('ada'), hex('bob'), 'AbCdEfGhIjKlMnOpQrStUvWxYz', '16271', 'Zoe9'],
  usernames: ['ada_l', 'Bob', 'dragon', 'models', '2016'],
  key: 'the secret key',
  passphrase: null,
  boilerplate: ['| models | likes |', 'See "data/model_urls.psv".', 'Grace'],
};
export const text: EntryShape = { form: 'text' };
export const likes: EntryShape = { form: 'psv', columns: ['site', 'id', 'id'] };
export const likesText = (...records: string[][]) =>
  [['modelname', 'mid', 'uid'], ...records].map((record) => psvRecord(record)).join('');

export function scanFor(more: Partial<Subjects>) {
  const { userUids, usernames, ...others } = { ...subjects, ...more };
  const leakIndex = createLeakIndex({
    models: { uids: stringListOf([]) },
    likes: { userUids: stringListOf(userUids) },
    users: { otherUserUids: stringListOf([]), usernames: stringListOf(usernames) },
  });
  return createLeakScan({ leakIndex, ...others });
}

/** The report of a scan of this one file. */
export function scan(content: string, shape = text, more: Partial<Subjects> = {}, chunkLength = 2 ** 20) {
  const leakScan = scanFor(more);
  const entry = leakScan.entry('a.txt', shape);
  const bytes = new TextEncoder().encode(content);
  for (let at = 0; at < bytes.length; at += chunkLength) entry.add(bytes.slice(at, at + chunkLength));
  entry.end();
  return leakScan.report();
}
export const kinds = (...of: Parameters<typeof scan>) => scan(...of).leaks.map(({ kind }) => kind);

export const anyOf = (characters: string) => fc.constantFrom(...Array.from(characters));
