import type { ImportProblem } from '../../dataset/zip/import-error';
import { formatBytes } from '../../i18n/format-bytes';
import { message } from '../../i18n/message';
import { keyMismatchText } from './key-mismatch-text';

type Texts = { readonly [Problem in ImportProblem as Problem['code']]: (problem: Problem) => string };

const texts: Texts = {
  notAZip: () => message('zipProblem_notAZip'),
  splitZip: () => message('zipProblem_splitZip'),
  wrongZipLength: () => message('zipProblem_wrongZipLength'),
  damagedDirectory: () => message('zipProblem_damagedDirectory'),
  tooManyFiles: ({ files }) => message('zipProblem_tooManyFiles', { files }),
  zipTooLarge: ({ bytes }) => message('zipProblem_zipTooLarge', { size: formatBytes(bytes) }),
  notADataset: ({ path }) => message('zipProblem_notADataset', { path }),
  encryptedFile: ({ path }) => message('zipProblem_encryptedFile', { path }),
  unknownCompression: ({ path }) => message('zipProblem_unknownCompression', { path }),
  fileTooLarge: ({ path }) => message('zipProblem_fileTooLarge', { path }),
  unexpectedFile: ({ path }) => message('zipProblem_unexpectedFile', { path }),
  duplicateFile: ({ path }) => message('zipProblem_duplicateFile', { path }),
  overlappingFile: ({ path }) => message('zipProblem_overlappingFile', { path }),
  misplacedFile: ({ path }) => message('zipProblem_misplacedFile', { path }),
  sizeExceeded: ({ path }) => message('zipProblem_sizeExceeded', { path }),
  damagedFile: ({ path }) => message('zipProblem_damagedFile', { path }),
  notUtf8: ({ path }) => message('zipProblem_notUtf8', { path }),
  notJson: ({ path }) => message('zipProblem_notJson', { path }),
  missingFile: ({ path }) => message('zipProblem_missingFile', { path }),
  missingTable: ({ path }) => message('zipProblem_missingTable', { path }),
  unexpectedColumns: ({ path }) => message('zipProblem_unexpectedColumns', { path }),
  tooManyModels: ({ path }) => message('zipProblem_tooManyModels', { path }),
  tooManyUsers: ({ path }) => message('zipProblem_tooManyUsers', { path }),
  tooManyLikes: ({ path }) => message('zipProblem_tooManyLikes', { path }),
  notParquet: ({ path }) => message('zipProblem_notParquet', { path }),
  missingRows: ({ path }) => message('zipProblem_missingRows', { path }),
  missingTime: ({ path }) => message('zipProblem_missingTime', { path }),
  otherModels: ({ path }) => message('zipProblem_otherModels', { path }),
  impossibleSize: ({ path, bytes }) =>
    message('zipProblem_impossibleSize', { path, size: formatBytes(bytes) }),
  impossibleRows: ({ path, rows }) => message('zipProblem_impossibleRows', { path, rows }),
  invalidField: ({ field, path }) => message('zipProblem_invalidField', { field, path }),
  invalidManifest: ({ path }) => message('zipProblem_invalidManifest', { path }),
  listedTwice: ({ manifest }) => message('zipProblem_listedTwice', { manifest }),
  unlistedFile: ({ manifest, path }) => message('zipProblem_unlistedFile', { manifest, path }),
  changedFile: ({ manifest, path }) => message('zipProblem_changedFile', { manifest, path }),
  wrongModels: ({ found, manifest, stated }) =>
    message('zipProblem_wrongModels', { found, manifest, stated }),
  wrongUsers: ({ found, manifest, stated }) => message('zipProblem_wrongUsers', { found, manifest, stated }),
  wrongLikes: ({ found, manifest, stated }) => message('zipProblem_wrongLikes', { found, manifest, stated }),
  endlessLine: ({ line, path }) => message('zipProblem_endlessLine', { line, path }),
  invalidLine: ({ line, path }) => message('zipProblem_invalidLine', { line, path }),
  truncatedTable: ({ line, path }) => message('zipProblem_truncatedTable', { line, path }),
  invalidModel: ({ line, path }) => message('zipProblem_invalidModel', { line, path }),
  invalidModelId: ({ path, text }) => message('zipProblem_invalidModelId', { path, text }),
  invalidPseudonym: ({ path, text }) => message('zipProblem_invalidPseudonym', { path, text }),
  modelOrder: ({ mid, path }) => message('zipProblem_modelOrder', { mid, path }),
  likeOrder: ({ mid, path }) => message('zipProblem_likeOrder', { mid, path }),
  labelOrder: ({ mid, path }) => message('zipProblem_labelOrder', { mid, path }),
  missingColumn: ({ column, path }) => message('zipProblem_missingColumn', { column, path }),
  wrongLikesTables: ({ found }) => message('zipProblem_wrongLikesTables', { found }),
  wrongItemsTables: ({ found }) => message('zipProblem_wrongItemsTables', { found }),
  importReplaced: () => message('zipProblem_importReplaced'),
  unmergeablePart: ({ reason }) => `${keyMismatchText(reason)} ${message('zipProblem_unmergeablePart')}`,
};

/** What is wrong with a zip, as a sentence with paths and texts from the zip. */
export function zipProblemText(problem: ImportProblem): string {
  const text = texts[problem.code] as (problem: ImportProblem) => string;
  return text(problem);
}
