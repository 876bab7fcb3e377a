import { message } from '../../i18n/message';
import { everyModel, type ModelFilter } from '../../models/model-filter';
import { filterParts } from './filter-parts';

type Props = {
  readonly filter: ModelFilter;
  /** Whether "Reset" stands here; else it stands where nothing was found. */
  readonly hasReset: boolean;
  readonly onFilter: (filter: ModelFilter) => void;
};

/** The parts of the filter, each with a way to take it away. */
export function FilterChips({ filter, hasReset, onFilter }: Props) {
  const parts = filterParts(filter);
  if (parts.length === 0) return null;
  return (
    <div class="chips">
      <ul aria-label={message('models_filters')}>
        {parts.map(({ key, text, without }) => (
          <li key={key} class="chip">
            <bdi>{text}</bdi>
            <button
              type="button"
              aria-label={message('models_removePart', { part: text })}
              onClick={() => onFilter(without)}
            >
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <path d="M1 1l8 8M9 1l-8 8" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      {hasReset && <ResetButton onFilter={onFilter} />}
    </div>
  );
}

export function ResetButton({ onFilter }: Pick<Props, 'onFilter'>) {
  return (
    <button type="button" class="text-button" onClick={() => onFilter(everyModel)}>
      {message('models_reset')}
    </button>
  );
}
