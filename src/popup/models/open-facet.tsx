import { useState } from 'preact/hooks';
import { countMessage, message } from '../../i18n/message';
import type { ModelFilter, OpenFacet } from '../../models/model-filter';
import type { FacetCounts } from '../../models/models-answer';
import { withValues } from './change-filter';
import { Facet, FacetCheckbox } from './facet';
import { facetTitle } from './facet-words';
import type { FoundValues, ModelsActions } from './models-snapshot';

type Props = {
  readonly facet: OpenFacet;
  readonly filter: ModelFilter;
  readonly counts: FacetCounts;
  readonly found: FoundValues | null;
  readonly actions: ModelsActions;
  readonly onFilter: (filter: ModelFilter) => void;
};

/** More are found by their name. */
const mostListed = 100;

/** A facet with values from the site: the most frequent, and a way to all of them. */
export function OpenFacetGroup({ facet, filter, counts, found, actions, onFilter }: Props) {
  const { values, more } = counts;
  const ownFound = found?.facet === facet ? found.values : null;
  const toggle = (value: string) => (isChosen: boolean) =>
    onFilter(withValues(filter, facet, [value], isChosen));
  const chosen: readonly string[] = filter[facet];
  return (
    <Facet facet={facet}>
      {(ownFound ?? values).map(({ value, count }) => (
        <FacetCheckbox
          key={value}
          name={value}
          count={count}
          isChosen={chosen.includes(value)}
          onChange={toggle(value)}
        />
      ))}
      {values.length === 0 && <p class="small soft">{message('models_noValues')}</p>}
      {ownFound?.length === 0 && <p class="small soft">{message('models_noValueFound')}</p>}
      {more > mostListed && <FindValue facet={facet} onText={(text) => actions.findValues(facet, text)} />}
      {more > 0 && more <= mostListed && (
        <button type="button" class="text-button" onClick={() => actions.showAllValues(facet)}>
          {countMessage('models_moreValues', more)}
        </button>
      )}
    </Facet>
  );
}

type FindProps = { readonly facet: OpenFacet; readonly onText: (text: string) => void };

function FindValue({ facet, onText }: FindProps) {
  const [text, setText] = useState('');
  const name = message('models_findIn', { facet: facetTitle(facet) });
  return (
    <input
      type="search"
      class="find-value"
      aria-label={name}
      placeholder={name}
      value={text}
      onInput={(event) => {
        setText(event.currentTarget.value);
        onText(event.currentTarget.value);
      }}
    />
  );
}
