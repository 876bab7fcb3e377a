import { formatShare } from '../../i18n/format-share';
import { countMessage, message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { canRetry, ProblemList, problemModels } from '../crawl/problem-list';

const mostShown = 20;

type Props = { readonly overview: Overview; readonly onRetry: () => void };

export function ProblemsSection({ overview, onRetry }: Props) {
  const models = problemModels(overview);
  return (
    <section class="block" aria-labelledby="problems">
      <div class="title">
        <h2 id="problems">{message('problems_heading')}</h2>
        {models > 0 && <span>{sizeText(models, overview.counters.models)}</span>}
      </div>
      {models === 0 ? (
        <p class="soft">{message('problems_none')}</p>
      ) : (
        <div class="problem-rows">
          <ProblemList overview={overview} mostShown={mostShown} hasLinks />
        </div>
      )}
      {models > 0 && canRetry(overview) && (
        <div class="buttons">
          <Button label={message('problems_retry')} onClick={onRetry} />
          <p class="small soft">{message('problems_retryAbout')}</p>
        </div>
      )}
    </section>
  );
}

function sizeText(models: number, of: number): string {
  const problems = countMessage('count_models', models);
  return message('problems_size', { models: problems, share: formatShare(models, of) });
}
