import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { countMessage, message } from '../../i18n/message';
import { canRetry, ProblemList, problemModels } from './problem-list';

const mostShown = 3;

type Props = { readonly overview: Overview; readonly onRetry: () => void };

/** Collapsed, as the popup has little space. */
export function Problems({ overview, onRetry }: Props) {
  if (overview.problems.length === 0) return null;
  return (
    <div class="problems">
      <details>
        <summary>{countMessage('problems_title', problemModels(overview))}</summary>
        <ProblemList overview={overview} mostShown={mostShown} />
      </details>
      {canRetry(overview) && <Button label={message('problems_retry')} onClick={onRetry} isQuiet />}
    </div>
  );
}
