import type { FixedFacet, ModelFilter } from '../../models/model-filter';
import type { ModelsAnswer } from '../../models/models-answer';
import { withValues } from './change-filter';
import { Facet, FacetCheckbox } from './facet';
import { groupName, valueName } from './facet-words';
import type { ModelsActions, ModelsSnapshot } from './models-snapshot';
import { OpenFacetGroup } from './open-facet';
import { countGroups, statesOf } from './state-groups';
import { StateMark } from './state-mark';

type Props = {
  readonly filter: ModelFilter;
  readonly answer: ModelsAnswer;
  readonly found: ModelsSnapshot['found'];
  readonly actions: ModelsActions;
  readonly onFilter: (filter: ModelFilter) => void;
};

const fixed = ['noAi', 'restricted', 'tagged', 'public', 'leftOut'] as const satisfies FixedFacet[];

/** What the models can be filtered by, with how many each value would leave. */
export function Facets({ filter, answer: { facets }, found, actions, onFilter }: Props) {
  const open = { filter, found, actions, onFilter };
  const hasProblems = facets.cause.values.length > 0;
  return (
    <>
      <Facet facet="state">
        {countGroups(facets.state).map(({ value, count, isChosen }) => (
          <FacetCheckbox
            key={value}
            name={groupName(value)}
            count={count}
            isChosen={isChosen}
            mark={<StateMark group={value} />}
            onChange={(isWanted) => onFilter(withValues(filter, 'state', statesOf(value), isWanted))}
          />
        ))}
      </Facet>
      <OpenFacetGroup {...open} facet="category" counts={facets.category} />
      <OpenFacetGroup {...open} facet="tag" counts={facets.tag} />
      {hasProblems && <OpenFacetGroup {...open} facet="cause" counts={facets.cause} />}
      {fixed.map((facet) => (
        <Facet key={facet} facet={facet}>
          {facets[facet].values.map(({ value, count, isChosen }) => (
            <FacetCheckbox
              key={value}
              name={valueName(facet, value)}
              count={count}
              isChosen={isChosen}
              onChange={(isWanted) => onFilter(withValues(filter, facet, [value], isWanted))}
            />
          ))}
        </Facet>
      ))}
    </>
  );
}
