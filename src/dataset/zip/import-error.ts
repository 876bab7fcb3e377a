/** Why a key cannot be used to compare the pseudonyms of a zip with those made here. */
export type KeyMismatch =
  /** The zip was made with a key that was used once and kept nowhere. */
  | 'oneTimeKey'
  /** The zip does not state its key. */
  | 'unknownKey'
  | 'noKeyHere'
  | 'otherKey'
  | 'otherAlgorithm'
  | 'otherProject';

/** What is wrong with a zip; the popup has the words. Paths and quoted texts come from the zip. */
export type ImportProblem =
  | {
      readonly code:
        'notAZip' | 'truncatedZip' | 'twoDirectories' | 'splitZip' | 'wrongZipLength' | 'damagedDirectory';
    }
  | { readonly code: 'tooManyFiles'; readonly files: number }
  | { readonly code: 'zipTooLarge'; readonly bytes: number }
  | {
      readonly code:
        /** It has neither the manifest of a dataset, at this path, nor that of a part. */
        | 'notADataset'
        | 'encryptedFile'
        | 'fileTooLarge'
        | 'unexpectedFile'
        | 'zipInZip'
        | 'duplicateFile'
        | 'overlappingFile'
        | 'misplacedFile'
        | 'sizeExceeded'
        | 'damagedFile'
        | 'notUtf8'
        | 'notJson'
        | 'missingFile'
        | 'missingTable'
        | 'unexpectedColumns'
        | 'tooManyModels'
        | 'tooManyUsers'
        | 'tooManyLikes'
        | 'notParquet'
        | 'missingRows'
        | 'missingTime'
        | 'otherModels'
        | 'invalidManifest';
      readonly path: string;
    }
  /** The number of the method in the zip format. */
  | { readonly code: 'unknownCompression'; readonly path: string; readonly method: number }
  /** The paths of two manifests. */
  | { readonly code: 'severalDatasets'; readonly path: string; readonly other: string }
  | { readonly code: 'impossibleSize'; readonly path: string; readonly bytes: number }
  | { readonly code: 'impossibleRows'; readonly path: string; readonly rows: number }
  /** In a manifest, as a path of keys. */
  | { readonly code: 'invalidField'; readonly path: string; readonly field: string }
  | { readonly code: 'listedTwice'; readonly manifest: string }
  | { readonly code: 'unlistedFile' | 'changedFile'; readonly path: string; readonly manifest: string }
  | {
      readonly code: 'wrongModels' | 'wrongUsers' | 'wrongLikes';
      readonly manifest: string;
      readonly stated: number;
      readonly found: number;
    }
  | {
      readonly code: 'endlessLine' | 'invalidLine' | 'truncatedTable' | 'invalidModel';
      readonly path: string;
      readonly line: number;
    }
  | { readonly code: 'invalidModelId' | 'invalidPseudonym'; readonly path: string; readonly text: string }
  | { readonly code: 'modelOrder' | 'likeOrder' | 'labelOrder'; readonly path: string; readonly mid: string }
  | { readonly code: 'missingColumn'; readonly path: string; readonly column: string }
  | { readonly code: 'wrongLikesTables' | 'wrongItemsTables'; readonly found: number }
  /** It names a key of this browser. */
  | { readonly code: 'noKeyProof' | 'wrongKeyProof' | 'rawUserId' }
  | { readonly code: 'unmergeablePart'; readonly reason: KeyMismatch }
  /** Another page began an import, which threw away what this one had staged. */
  | { readonly code: 'importReplaced' };

/** A zip that is refused as a whole, and changes nothing. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  constructor(
    readonly problem: ImportProblem,
    options?: ErrorOptions,
  ) {
    super(Object.values(problem).join(' '), options);
  }
}
