import { useEffect, useRef } from 'preact/hooks';
import { countMessage, message } from '../../../i18n/message';
import { formatFilter } from '../../../models/models-address';
import type { ModelsAnswer } from '../../../models/models-answer';
import { everyModel } from '../../../models/model-filter';
import { modelPageUrl } from '../../../sketchfab/addresses';
import { causesOf } from '../../../store/count-model';
import type { ModelDetails } from '../../../store/model-details';
import { Button } from '../../controls/button';
import { formatAddress } from '../../tab/address';
import { cutText, inRow, inTitle } from '../cut-text';
import { groupName } from '../facet-words';
import type { ModelsActions, ModelsNotice, OpenSheet } from '../models-snapshot';
import { NoticeBar } from '../notice-bar';
import { groupOf } from '../state-groups';
import { StateMark } from '../state-mark';
import { SheetLikes } from './sheet-likes';
import { SheetOrigin } from './sheet-origin';

type Props = {
  readonly sheet: OpenSheet;
  readonly answer: ModelsAnswer;
  /** What was just done, which stands here while the sheet may cover the table. */
  readonly notice: ModelsNotice | null;
  readonly canLeaveOut: boolean;
  readonly isLeftOut: boolean;
  readonly now: number;
  readonly actions: ModelsActions;
};

const icons = { previous: 'M6.5 1.5L3 5l3.5 3.5', next: 'M3.5 1.5L7 5L3.5 8.5', close: 'M1 1l8 8M9 1l-8 8' };

/** All that is known of one model, beside the table; on a narrow window in its place. Escape closes it. */
export function ModelSheet({ sheet, answer, notice, canLeaveOut, isLeftOut, now, actions }: Props) {
  const region = useRef<HTMLElement>(null);
  const { uid, details, place } = sheet;
  useEffect(() => region.current?.focus({ preventScroll: true }), [uid]);
  useEffect(() => actions.placeModel(uid), [uid, answer.list, answer.listed, answer.total]);
  return (
    <aside
      class="model-sheet"
      aria-labelledby="sheet-name"
      ref={region}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        actions.closeSheet();
      }}
    >
      <div class="sheet-bar">
        <p class="small soft">
          {place &&
            place.position !== null &&
            message('sheet_position', { position: place.position + 1, of: answer.listed })}
        </p>
        <IconButton
          icon="previous"
          name={message('sheet_previous')}
          onPress={opening(place?.previous, actions)}
        />
        <IconButton icon="next" name={message('sheet_next')} onPress={opening(place?.next, actions)} />
        <IconButton icon="close" name={message('sheet_close')} onPress={actions.closeSheet} />
      </div>
      {details === 'missing' || details === null ? (
        <>
          <h2 id="sheet-name">{message('sheet_title')}</h2>
          <p>{message(details === null ? 'sheet_reading' : 'sheet_missing')}</p>
        </>
      ) : (
        <>
          <Head details={details} />
          <SheetOrigin details={details} now={now} />
          <SheetLikes details={details} place={place} />
          <Tags details={details} />
        </>
      )}
      <div class="sheet-actions">
        {notice && <NoticeBar notice={notice} actions={actions} />}
        <div class="buttons">
          <Button label={message('models_retry')} onClick={() => actions.retry([uid])} />
          <Button
            label={message('models_leaveOut')}
            onClick={() => actions.leaveOut([uid])}
            whyNot={
              isLeftOut ? message('sheet_isLeftOut') : canLeaveOut ? null : message('models_cannotLeaveOut')
            }
          />
          <Button label={message('models_remove')} onClick={() => actions.remove([uid])} isDanger />
        </div>
      </div>
    </aside>
  );
}

const opening = (uid: OpenSheet['uid'] | null | undefined, actions: ModelsActions) =>
  uid ? () => actions.openSheet(uid) : null;

function Head({ details: { row } }: { readonly details: ModelDetails }) {
  const { name, categories, state, likeCount, likesCollected } = row;
  const group = groupOf(state);
  const causes = causesOf(row);
  return (
    <header class="sheet-head">
      <h2 id="sheet-name" title={cutText(name ?? '', inTitle)}>
        <bdi>{name === null || name === '' ? message('models_unnamed') : cutText(name, inRow)}</bdi>
      </h2>
      {categories !== null && categories.length > 0 && (
        <p class="soft">
          <bdi>{cutText(categories.map((category) => category.name).join(', '), inRow)}</bdi>
        </p>
      )}
      <p class="sheet-state">
        <StateMark group={group} />
        {likeCount === null
          ? message('sheet_stateUnknown', { state: groupName(group), collected: likesCollected })
          : message('sheet_state', {
              state: groupName(group),
              collected: likesCollected,
              likes: likeCount,
            })}
      </p>
      {causes.map((cause) => (
        <p key={cause} class="sheet-reason">
          <bdi title={cutText(cause, inTitle)}>{cutText(cause, inRow)}</bdi>
        </p>
      ))}
      <p>
        <a class="text-link" href={modelPageUrl(row.uid)} target="_blank" rel="noreferrer">
          {message('models_open')}
        </a>
      </p>
    </header>
  );
}

const mostTags = 60;

function Tags({ details: { row } }: { readonly details: ModelDetails }) {
  const tags = row.tags && [...new Set(row.tags.map(({ name }) => name))].filter(Boolean);
  return (
    <section aria-labelledby="sheet-tags">
      <h3 id="sheet-tags">{message('models_tags')}</h3>
      {tags === null || tags.length === 0 ? (
        <p class="soft">{message(tags ? 'models_noTags' : 'models_tagsUnknown')}</p>
      ) : (
        <ul class="sheet-tags">
          {tags.slice(0, mostTags).map((tag) => (
            <li key={tag}>
              <a
                class="chip"
                href={formatAddress('models', formatFilter({ ...everyModel, tag: [tag] }))}
                title={cutText(tag, inTitle)}
              >
                <bdi>{cutText(tag, inRow)}</bdi>
              </a>
            </li>
          ))}
          {tags.length > mostTags && (
            <li class="soft">{countMessage('sheet_moreTags', tags.length - mostTags)}</li>
          )}
        </ul>
      )}
    </section>
  );
}

type IconProps = {
  readonly icon: keyof typeof icons;
  readonly name: string;
  /** `null` if it leads nowhere. */
  readonly onPress: (() => void) | null;
};

function IconButton({ icon, name, onPress }: IconProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      aria-disabled={onPress === null}
      onClick={() => onPress?.()}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d={icons[icon]} />
      </svg>
    </button>
  );
}
