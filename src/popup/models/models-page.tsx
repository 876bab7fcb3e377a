import { useEffect, useRef, useState } from 'preact/hooks';
import type { DatasetOptions } from '../../dataset/dataset-options';
import { formatNumber } from '../../i18n/format-number';
import { countMessage, message } from '../../i18n/message';
import { formatModelsAddress, type ModelsAddress } from '../../models/models-address';
import type { ModelFilter } from '../../models/model-filter';
import { Button } from '../controls/button';
import { RichMessage } from '../controls/rich-message';
import { DownloadThese } from './download-these';
import { Facets } from './facets';
import { FilterChips, ResetButton } from './filter-chips';
import { filterParts } from './filter-parts';
import type { ModelsActions, ModelsSnapshot } from './models-snapshot';
import { ModelsTable } from './models-table';
import { returnFocus } from './sheet/return-focus';
import { ModelSheet } from './sheet/model-sheet';
import { SelectionBar } from './selection-bar';
import { NoticeBar } from './notice-bar';

type Props = {
  readonly models: ModelsSnapshot;
  readonly address: ModelsAddress;
  /** Of the next dataset; `null` if they cannot be read. */
  readonly options: DatasetOptions | null;
  readonly now: number;
  /** Whether the download is the one next step of the page. */
  readonly isDownloadNext: boolean;
  readonly actions: ModelsActions;
};

/** All models in one table: what the search, the facets and the bars ask for together. */
export function ModelsPage({ models, address, options, now, isDownloadNext, actions }: Props) {
  const [isOpen, setOpen] = useState(false);
  const count = useRef<HTMLParagraphElement>(null);
  const { answer, failure, found, selected, notice, sheet } = models;
  const { filter } = address;
  const openedUid = sheet?.uid ?? null;
  useEffect(() => (openedUid === null ? undefined : () => returnFocus(openedUid)), [openedUid]);
  const toFilter = (next: ModelFilter) => actions.goToModels({ ...address, filter: next });
  // The button that was pressed goes with its part of the filter.
  const takeAway = (next: ModelFilter) => {
    toFilter(next);
    count.current?.focus({ preventScroll: true });
  };
  if (!answer) {
    return (
      <>
        {failure === null ? (
          <p class="empty">{readingText(models)}</p>
        ) : (
          <Failure sentence={failure} actions={actions} />
        )}
        {notice && <NoticeBar notice={notice} actions={actions} />}
      </>
    );
  }
  if (answer.total === 0) {
    return <p class="empty">{models.reading ? readingText(models) : message('models_none')}</p>;
  }
  const isEmpty = answer.matching === 0 && answer.listed === 0;
  const parts = filterParts(filter).length;
  return (
    <div class={`models-split${sheet ? ' has-sheet' : ''}`}>
      <div class={`models-view${isOpen ? ' filtering' : ''}`}>
        {failure !== null && <Failure sentence={failure} actions={actions} />}
        <div class="models-tools">
          <input
            type="search"
            aria-label={message('models_search')}
            placeholder={message('models_searchHint')}
            value={filter.text}
            maxLength={200}
            onInput={(event) => {
              const text = event.currentTarget.value;
              // The first letter is a step of its own, so that Back leads to before the search.
              actions.goToModels({ ...address, filter: { ...filter, text } }, filter.text !== '');
            }}
          />
          <p class="models-count" ref={count} tabIndex={-1}>
            <RichMessage
              of="models_count"
              values={{ matching: <b>{formatNumber(answer.matching)}</b>, total: formatNumber(answer.total) }}
            />
          </p>
          <p class="small soft models-note">{noteText(models)}</p>
          <button
            type="button"
            class="button filters-button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {parts === 0 ? message('models_filters') : message('models_filtersChosen', { parts })}
          </button>
          {answer.matching > 0 && (
            <DownloadThese
              filter={filter}
              answer={answer}
              options={options}
              isFilled={isDownloadNext}
              actions={actions}
            />
          )}
        </div>
        <FilterChips filter={filter} hasReset={!isEmpty} onFilter={takeAway} />
        <p class="visually-hidden" role="status">
          {models.isCounting || parts === 0 ? '' : countMessage('models_found', answer.matching)}
        </p>
        <div class="models-body">
          <div class="facets">
            <div class="facet-columns">
              <Facets filter={filter} answer={answer} found={found} actions={actions} onFilter={toFilter} />
            </div>
          </div>
          <div class="models-list">
            {isEmpty ? (
              <p class="empty">
                {message('models_noMatch')} <ResetButton onFilter={takeAway} />
              </p>
            ) : (
              <ModelsTable
                address={address}
                query={formatModelsAddress(address)}
                answer={answer}
                selected={selected}
                opened={openedUid}
                actions={actions}
              />
            )}
            {selected.size > 0 && (sheet || notice?.kind !== 'removing') ? (
              <SelectionBar
                selected={selected}
                matching={answer.matching}
                canLeaveOut={options !== null}
                actions={actions}
              />
            ) : (
              notice && !sheet && <NoticeBar notice={notice} actions={actions} />
            )}
          </div>
        </div>
      </div>
      {sheet && (
        <ModelSheet
          sheet={sheet}
          answer={answer}
          notice={notice}
          canLeaveOut={options !== null}
          isLeftOut={options !== null && options.excluded.modelUids.includes(sheet.uid)}
          now={now}
          actions={actions}
        />
      )}
    </div>
  );
}

/** While models are read for the first time, answers count only what has been read. */
function noteText(models: ModelsSnapshot): string {
  if (models.reading) return readingText(models);
  return models.isCounting ? message('models_counting') : '';
}

function readingText({ reading }: ModelsSnapshot): string {
  if (!reading || reading.total === 0) return message('models_opening');
  return message('models_reading', { read: reading.read, total: reading.total });
}

function Failure({ sentence, actions }: { readonly sentence: string; readonly actions: ModelsActions }) {
  return (
    <div role="alert" class="models-failure">
      <p class="warning">{sentence}</p>
      <Button label={message('models_again')} onClick={actions.readAgain} />
    </div>
  );
}
