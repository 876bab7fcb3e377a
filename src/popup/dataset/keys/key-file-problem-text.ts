import type { KeyFileProblem } from '../../../dataset/pseudonyms/key-file';
import { formatList } from '../../../i18n/format-list';
import { message } from '../../../i18n/message';

/** Why a key file cannot be used, as a sentence. */
export function keyFileProblemText(problem: KeyFileProblem): string {
  switch (problem.code) {
    case 'tooLong':
      return message('keys_fileTooLong');
    case 'notJson':
      return message('keys_fileNotJson');
    case 'tooNew':
      return message('keys_fileTooNew');
    case 'invalid':
      return message('keys_fileInvalid', { fields: formatList(problem.fields) });
  }
}
