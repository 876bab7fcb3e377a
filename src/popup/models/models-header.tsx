import type { ComponentChildren } from 'preact';
import { formatShare } from '../../i18n/format-share';
import { message, type PlainKey } from '../../i18n/message';
import type { ModelsAddress } from '../../models/models-address';
import type { ModelsAnswer } from '../../models/models-answer';
import type { SortColumn } from '../../models/model-sort';
import { HistogramBars } from './histogram-bars';
import type { ModelsActions } from './models-snapshot';
import { nextSort } from './next-sort';
import { countGroups } from './state-groups';

type Props = {
  readonly address: ModelsAddress;
  readonly answer: ModelsAnswer;
  readonly selectedRows: 'none' | 'some' | 'all';
  readonly hasTags: boolean;
  readonly hasPlots: boolean;
  readonly actions: ModelsActions;
};

const headings = {
  name: 'models_name',
  state: 'models_state',
  likes: 'models_likes',
  tags: 'models_tags',
  added: 'models_captured',
} as const satisfies Partial<Record<SortColumn, PlainKey>>;

/** The headers of the columns, with what stands in each column as a whole. */
export function ModelsHeader({ address, answer, selectedRows, hasTags, hasPlots, actions }: Props) {
  const { filter } = address;
  const column = { address, actions };
  return (
    <div role="row" aria-rowindex={1} class="model-row header">
      <div role="columnheader">
        <label class="pick">
          <input
            type="checkbox"
            aria-label={message('models_selectAll', { count: answer.matching })}
            checked={selectedRows === 'all'}
            indeterminate={selectedRows === 'some'}
            onClick={selectedRows === 'all' ? actions.clearSelection : actions.selectAllModels}
          />
        </label>
      </div>
      <Column {...column} column="name" />
      <Column {...column} column="state">
        {hasPlots && <StateBar answer={answer} />}
      </Column>
      <Column {...column} column="likes">
        {hasPlots && (
          <HistogramBars
            measure="likes"
            histogram={answer.histograms.likes}
            range={filter.likes}
            most={7}
            onRange={(likes) => actions.goToModels({ ...address, filter: { ...filter, likes } })}
          />
        )}
      </Column>
      {hasTags && <Column {...column} column="tags" />}
      <Column {...column} column="added">
        {hasPlots && (
          <HistogramBars
            measure="added"
            histogram={answer.histograms.added}
            range={filter.added}
            most={4}
            onRange={(added) => actions.goToModels({ ...address, filter: { ...filter, added } })}
          />
        )}
      </Column>
    </div>
  );
}

type ColumnProps = Pick<Props, 'address' | 'actions'> & {
  readonly column: keyof typeof headings;
  readonly children?: ComponentChildren;
};

function Column({ address, actions, column, children }: ColumnProps) {
  const { sort } = address;
  const place = sort.findIndex((key) => key.column === column);
  const direction = sort[place] && (sort[place].isDescending ? 'descending' : 'ascending');
  return (
    // By specification at most one column of a table has the attribute.
    <div role="columnheader" class={column} aria-sort={place === 0 ? direction : undefined}>
      <button
        type="button"
        class="sort"
        title={message('models_sortHint')}
        onClick={(event) => actions.goToModels({ ...address, sort: nextSort(sort, column, event.shiftKey) })}
      >
        {message(headings[column])}
        {direction && (
          <svg class={direction} viewBox="0 0 10 10" aria-hidden="true">
            <path d="M1 3h8l-4 5z" />
          </svg>
        )}
        {place > 0 && <span class="sort-place">{place + 1}</span>}
      </button>
      {children}
    </div>
  );
}

/** The states of those that match, as a bar and in a word. */
function StateBar({ answer: { facets } }: Pick<Props, 'answer'>) {
  const groups = countGroups(facets.state);
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const complete = groups.find(({ value }) => value === 'complete')?.count ?? 0;
  return (
    <>
      <div class="bar" aria-hidden="true">
        {groups
          .filter(({ count }) => count > 0)
          .map(({ value, count }) => (
            <span key={value} class={`segment ${value}`} style={{ flexGrow: String(count) }} />
          ))}
      </div>
      {all > 0 && (
        <p class="axis">{message('models_shareComplete', { share: formatShare(complete, all) })}</p>
      )}
    </>
  );
}
