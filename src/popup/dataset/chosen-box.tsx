import { useEffect } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import { formatFilter } from '../../models/models-address';
import type { ModelFilter } from '../../models/model-filter';
import { defaultSort } from '../../models/model-sort';
import { noCounters } from '../../store/counters';
import { filterParts } from '../models/filter-parts';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { formatAddress } from '../tab/address';
import { chosenFilter, countChosen } from './chosen-models';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** Which models the dataset is made of: all, or those of a filter that was set in "Models". */
export function ChosenBox({ snapshot, actions }: Props) {
  const filter = chosenFilter(snapshot.address);
  const query = filter && formatFilter(filter);
  useEffect(() => {
    if (!filter) return;
    actions.listModels({ filter, sort: defaultSort });
    return actions.leaveModels;
  }, [query]);
  const { models } = snapshot.overview?.counters ?? noCounters;
  return (
    <div role="group" aria-label={message('chosen_title')} class="chosen-models">
      {filter ? <Chosen filter={filter} snapshot={snapshot} /> : <p>{countMessage('chosen_all', models)}</p>}
      <p class="small chosen-links">
        <a class="text-link" href={formatAddress(filter ? 'dataset' : 'models')}>
          {message(filter ? 'chosen_remove' : 'chosen_choose')}
        </a>
        {query !== null && (
          <a class="text-link" href={formatAddress('models', query)}>
            {message('chosen_change')}
          </a>
        )}
      </p>
    </div>
  );
}

type ChosenProps = { readonly filter: ModelFilter; readonly snapshot: PageSnapshot };

function Chosen({ filter, snapshot }: ChosenProps) {
  const count = countChosen(filter, snapshot);
  const staying = count ? count.matching - count.leaving : 0;
  return (
    <>
      <p>{count ? countMessage('chosen_only', count.leaving) : uncountedText(snapshot)}</p>
      <ul class="chosen-parts">
        {filterParts(filter).map(({ key, text }) => (
          <li key={key} class="chip">
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      {staying > 0 && <p class="small soft">{countMessage('chosen_staying', staying)}</p>}
    </>
  );
}

/** The failure itself is shown in "Models", with a way to try again. */
const uncountedText = ({ models }: PageSnapshot) => models.failure ?? message('chosen_counting');
