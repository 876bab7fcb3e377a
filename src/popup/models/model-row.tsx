import { formatDay } from '../../i18n/format-day';
import { formatList } from '../../i18n/format-list';
import { formatNumber } from '../../i18n/format-number';
import { message } from '../../i18n/message';
import type { ListedModel } from '../../models/models-answer';
import type { ModelUid } from '../../sketchfab/model-uid';
import { RichMessage } from '../controls/rich-message';
import { cutText, inRow, inTitle } from './cut-text';
import { groupName } from './facet-words';
import { groupOf } from './state-groups';
import { StateMark } from './state-mark';

type Props = {
  /** From 0. */
  readonly place: number;
  /** `undefined` until it is read. */
  readonly model: ListedModel | undefined;
  readonly top: number;
  readonly isSelected: boolean;
  /** Whether its sheet is open. */
  readonly isOpen: boolean;
  /** Whether Tab leads to it. */
  readonly isCurrent: boolean;
  readonly hasTags: boolean;
  readonly onSelect: (isSelected: boolean, isRange: boolean) => void;
  readonly onFocus: () => void;
  readonly onOpen: (uid: ModelUid) => void;
};

export function ModelRow({ model, top, ...cells }: Props) {
  const { place, isSelected } = cells;
  const classes = [
    'model-row',
    isSelected && 'picked',
    cells.isOpen && 'opened',
    model && !model.matches && 'unmatched',
    model?.isLeftOut && 'left-out',
  ];
  return (
    <div
      role="row"
      // The header is the first.
      aria-rowindex={place + 2}
      class={classes.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
    >
      {model ? <Cells model={model} {...cells} /> : <div role="cell" class="unread" />}
    </div>
  );
}

type CellsProps = Omit<Props, 'model' | 'top'> & { readonly model: ListedModel };

function Cells({ model, place, isSelected, isCurrent, hasTags, onSelect, onFocus, onOpen }: CellsProps) {
  const { state, tags, causes, isLeftOut, capturedAt } = model;
  const name = model.name === '' ? message('models_unnamed') : cutText(model.name, inRow);
  const group = groupOf(state);
  return (
    <>
      <div role="cell">
        <label class="pick">
          <input
            type="checkbox"
            aria-label={message('models_select', { name })}
            data-place={place}
            data-uid={model.uid}
            tabIndex={isCurrent ? 0 : -1}
            checked={isSelected}
            onClick={(event) => onSelect(event.currentTarget.checked, event.shiftKey)}
            onFocus={onFocus}
          />
        </label>
      </div>
      <div role="rowheader" class="name" title={cutText(model.name, inTitle)}>
        <button type="button" class="sheet-link" tabIndex={-1} onClick={() => onOpen(model.uid)}>
          <bdi>{name}</bdi>
        </button>
        {isLeftOut && <span class="note"> {message('models_leftOut')}</span>}
      </div>
      <div role="cell" class="state" title={cutText(formatList(causes), inTitle)}>
        <StateMark group={group} />
        {groupName(group)}
      </div>
      <div role="cell" class="likes">
        <Likes model={model} />
      </div>
      {hasTags && (
        <div role="cell" class="tags" title={cutText(formatList(tags ?? []), inTitle)}>
          {tags === null || tags.length === 0 ? (
            message(tags ? 'models_noTags' : 'models_tagsUnknown')
          ) : (
            <bdi>{cutText(formatList(tags), inRow)}</bdi>
          )}
        </div>
      )}
      <div role="cell" class="captured">
        {formatDay(capturedAt)}
      </div>
    </>
  );
}

/** "142 of 142" and a bar of how much of it was collected. */
function Likes({ model: { likes, likesCollected, state } }: { readonly model: ListedModel }) {
  const collected = <b>{formatNumber(likesCollected)}</b>;
  if (likes === null)
    return (
      <span class="number">
        <RichMessage of="models_likesOfUnknown" values={{ collected }} />
      </span>
    );
  const share = likes === 0 ? 0 : Math.min(1, likesCollected / likes);
  return (
    <>
      <span class="number">
        <RichMessage of="models_likesOf" values={{ collected, likes: formatNumber(likes) }} />
      </span>
      <span class="meter" aria-hidden="true">
        <span class={`fill ${groupOf(state)}`} style={{ inlineSize: `${100 * share}%` }} />
      </span>
    </>
  );
}
