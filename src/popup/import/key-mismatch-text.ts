import type { KeyMismatch } from '../../dataset/zip/import-error';
import { message, type PlainKey } from '../../i18n/message';

const keys: Readonly<Record<KeyMismatch, PlainKey>> = {
  oneTimeKey: 'import_oneTimeKey',
  unknownKey: 'import_unknownKey',
  noKeyHere: 'import_noKeyHere',
  otherKey: 'import_otherKey',
  otherAlgorithm: 'import_otherAlgorithm',
  otherProject: 'import_otherProject',
};

/** Why the likes of a zip cannot be merged with those here, as a sentence. */
export function keyMismatchText(mismatch: KeyMismatch): string {
  return message(keys[mismatch]);
}
