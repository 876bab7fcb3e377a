import { message } from '../../i18n/message';
import type { ImportFailure } from '../../workers/import/messages';
import { zipProblemText } from './zip-problem-text';

/** Why nothing was imported. Paths and texts from the zip are set apart. */
export function ImportFailureText({ failure }: { readonly failure: ImportFailure }) {
  const isRefused = failure.code === 'refused';
  return (
    <p class="error clamped">
      {isRefused ? message('import_refused') : message('import_failed')} <bdi>{reasonText(failure)}</bdi>
    </p>
  );
}

function reasonText(failure: ImportFailure): string {
  switch (failure.code) {
    case 'refused':
      return zipProblemText(failure.problem);
    case 'workerFailed':
      return message('import_workerFailed');
    case 'unexpected':
      return failure.message;
  }
}
