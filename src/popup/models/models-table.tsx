import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { message } from '../../i18n/message';
import type { ModelsAddress } from '../../models/models-address';
import type { ListedModel, ModelsAnswer } from '../../models/models-answer';
import type { ModelUid } from '../../sketchfab/model-uid';
import { ModelRow } from './model-row';
import { ModelsHeader } from './models-header';
import type { ModelsActions, ModelsSnapshot } from './models-snapshot';
import { placeAfterKey } from './place-after-key';
import { contains, contentHeight, rowTop, scrollTopFor, visibleRows } from './row-window';
import { useBox } from './use-box';

type Props = {
  readonly address: ModelsAddress;
  /** The address as text: another one begins at the top. */
  readonly query: string;
  readonly answer: ModelsAnswer;
  readonly selected: ModelsSnapshot['selected'];
  /** The model whose sheet is open. */
  readonly opened: ModelUid | null;
  readonly actions: ModelsActions;
};

const rowHeights = { wide: 40, medium: 40, narrow: 56 } as const;
/** Rows drawn beyond what is seen, and read beyond that. */
const [extraDrawn, extraRead] = [6, 60];

/** The rows that are seen, of a list of any length. Arrows go from row to row; Shift selects on the way. */
export function ModelsTable({ address, query, answer, selected, opened, actions }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const header = useRef<HTMLDivElement>(null);
  const box = useBox(scroller, header);
  const [scrollTop, setScrollTop] = useState(0);
  const [current, setCurrent] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const isFocusDue = useRef(false);
  const lastKnown = useRef<{
    readonly place: number;
    readonly list: number;
    readonly model: ListedModel;
  } | null>(null);

  const { listed, window } = answer;
  const layout = { rows: listed, rowHeight: rowHeights[box.width], height: box.height };
  const drawn = visibleRows(layout, scrollTop, extraDrawn);
  const isRead = contains(
    { start: window.start, end: window.start + window.rows.length },
    { start: drawn.start, end: Math.min(drawn.end, listed) },
  );
  const places = Array.from({ length: drawn.end - drawn.start }, (_, at) => drawn.start + at);
  const reachable = Math.min(current, Math.max(0, listed - 1));
  const known = window.rows[reachable - window.start];
  if (known) lastKnown.current = { place: reachable, list: answer.list, model: known };
  function modelAt(place: number): ListedModel | undefined {
    const { current: last } = lastKnown;
    const isLast = last?.place === place && last.list === answer.list;
    return window.rows[place - window.start] ?? (isLast ? last.model : undefined);
  }
  // What has the focus must not vanish when it is scrolled away.
  if (listed > 0 && (reachable < drawn.start || reachable >= drawn.end)) places.push(reachable);

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    setScrollTop(0);
    setCurrent(0);
    setAnchor(0);
  }, [query]);

  useEffect(() => {
    if (!isRead)
      actions.readModelRows({ start: Math.max(0, drawn.start - extraRead), end: drawn.end + extraRead });
  }, [isRead, drawn.start, drawn.end, answer.list]);

  useLayoutEffect(() => {
    if (!isFocusDue.current) return;
    const input = scroller.current?.querySelector<HTMLElement>(`[data-place="${reachable}"]`);
    input?.focus({ preventScroll: true });
    isFocusDue.current = !input;
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target as Element).closest('.model-rows')) return;
    const isAtCheckbox = (event.target as Element).matches('input');
    const model = event.key === 'Enter' && isAtCheckbox ? modelAt(reachable) : undefined;
    if (model) {
      event.preventDefault();
      actions.openSheet(model.uid);
    }
    const next = placeAfterKey(event.key, reachable, layout);
    if (next === null) return;
    event.preventDefault();
    isFocusDue.current = true;
    setCurrent(next);
    if (scroller.current) scroller.current.scrollTop = scrollTopFor(layout, scrollTop, next);
    if (event.shiftKey) actions.selectModelRows(between(anchor, next));
    else setAnchor(next);
  }

  function onSelect(place: number, isSelected: boolean, isRange: boolean): void {
    const model = modelAt(place);
    if (!model) return;
    if (isRange) actions.selectModelRows(between(anchor, place));
    else actions.selectModel(model.uid, isSelected);
    setCurrent(place);
    if (!isRange) setAnchor(place);
  }

  const hasTags = box.width === 'wide';
  return (
    <div
      role="table"
      aria-label={message('models_title')}
      aria-rowcount={listed + 1}
      class={`models-table ${box.width}`}
      ref={scroller}
      tabIndex={-1}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" class="models-head" ref={header}>
        <ModelsHeader
          address={address}
          answer={answer}
          selectedRows={selected.size === 0 ? 'none' : selected.size < answer.matching ? 'some' : 'all'}
          hasTags={hasTags}
          hasPlots={box.width !== 'narrow'}
          actions={actions}
        />
      </div>
      <div role="rowgroup" class="model-rows" style={{ blockSize: `${contentHeight(layout)}px` }}>
        {places.map((place) => {
          const model = modelAt(place);
          return (
            <ModelRow
              key={place}
              place={place}
              model={model}
              top={rowTop(layout, scrollTop, place)}
              isSelected={model !== undefined && selected.has(model.uid)}
              isOpen={model !== undefined && model.uid === opened}
              isCurrent={place === reachable}
              hasTags={hasTags}
              onSelect={(isSelected, isRange) => onSelect(place, isSelected, isRange)}
              onFocus={() => setCurrent(place)}
              onOpen={actions.openSheet}
            />
          );
        })}
      </div>
    </div>
  );
}

const between = (one: number, other: number) => ({
  start: Math.min(one, other),
  end: Math.max(one, other) + 1,
});
