import { useRef } from 'preact/hooks';
import { formatList } from '../../i18n/format-list';
import { countMessage, message } from '../../i18n/message';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { ListedItem, PersonalItem } from '../../workers/recommend/messages';
import { TextField } from '../controls/text-field';
import { formatAddress } from '../tab/address';
import { nameOf } from './item-list';
import { ItemRow } from './item-row';
import { ModelBox } from './model-box';
import {
  formatRecommendAddress,
  mostPicks,
  parsePseudonym,
  type RecommendAddress,
} from './recommend-address';
import type { RecommendActions, RecommendSnapshot } from './recommend-snapshot';

type Props = {
  readonly recommend: RecommendSnapshot;
  readonly address: Extract<RecommendAddress, { at: 'person' }>;
  readonly actions: RecommendActions;
};

/** A list for somebody: for a handful of models that are picked, or for a pseudonym of the dataset. */
export function ForPerson({ recommend: { data, shown, suggested }, address, actions }: Props) {
  const { picks, pseudonym } = address;
  const ways = useRef<HTMLDivElement>(null);
  const answer = shown?.at === 'person' ? shown.answer : undefined;
  return (
    <>
      <p class="soft">{message('recommend_personAbout')}</p>
      <div class="person-ways" ref={ways} tabIndex={-1}>
        {picks.length < mostPicks ? (
          <ModelBox
            label={message('recommend_addModel')}
            suggested={suggested}
            actions={actions}
            onChoose={(uid) =>
              actions.goToRecommendations({ at: 'person', picks: [...picks, uid], pseudonym: null })
            }
          />
        ) : (
          <p class="small soft">{message('recommend_mostPicks', { count: mostPicks })}</p>
        )}
        {data?.hasKey ? (
          <TextField
            key={pseudonym}
            label={message('recommend_pseudonym')}
            about={message('recommend_pseudonymAbout')}
            value={pseudonym ?? ''}
            pattern="\s*[0-9a-fA-F]{32}\s*"
            title={message('recommend_pseudonymForm')}
            onChange={(text) =>
              actions.goToRecommendations({ at: 'person', picks: [], pseudonym: parsePseudonym(text) })
            }
          />
        ) : (
          <p class="small soft">{message('recommend_noKey')}</p>
        )}
      </div>
      {pseudonym === null && answer && (
        <Picks
          picks={picks}
          picked={answer.picked}
          // The link that was pressed goes with the model.
          onUnpick={() => (ways.current?.querySelector('input') ?? ways.current)?.focus()}
        />
      )}
      {answer === null && <p class="empty">{message('recommend_unknownPseudonym')}</p>}
      {answer && answer.liked > 0 && (
        <ItemRow
          title={message('recommend_personal')}
          rule={
            pseudonym === null
              ? countMessage('recommend_fromPicks', answer.liked)
              : countMessage('recommend_fromLikes', answer.liked)
          }
          none={message('recommend_nothingPersonal')}
          items={answer.items}
          reasons={personalReasons}
          actions={actions}
        />
      )}
    </>
  );
}

function personalReasons({ becauseOf, voices }: PersonalItem) {
  const names = formatList(becauseOf.map((name) => nameOf(name)));
  const others = voices - becauseOf.length;
  return [
    <bdi key="because">
      {others > 0
        ? countMessage('recommend_becauseAndOthers', others, { names })
        : message('recommend_because', { names })}
    </bdi>,
  ];
}

type PicksProps = {
  readonly picks: readonly ModelUid[];
  /** Those of them that are known. */
  readonly picked: readonly ListedItem[];
  readonly onUnpick: () => void;
};

function Picks({ picks, picked, onUnpick }: PicksProps) {
  const unknown = picks.length - picked.length;
  return (
    <>
      {picked.length > 0 && <PickedChips picks={picks} picked={picked} onUnpick={onUnpick} />}
      {unknown > 0 && <p class="small soft">{countMessage('recommend_unknownPicks', unknown)}</p>}
    </>
  );
}

function PickedChips({ picks, picked, onUnpick }: PicksProps) {
  const without = (uid: string) =>
    formatRecommendAddress({
      ...{ at: 'person', pseudonym: null },
      picks: picks.filter((other) => other !== uid),
    });
  return (
    <div class="tag-chips">
      <span class="small soft">{message('recommend_picked')}</span>
      <ul aria-label={message('recommend_picked')}>
        {picked.map(({ uid, name }) => (
          <li key={uid}>
            <a
              class="tag-chip"
              href={formatAddress('recommend', without(uid))}
              onClick={onUnpick}
              aria-label={message('recommend_unpick', { name: nameOf(name) })}
            >
              <bdi>{nameOf(name)}</bdi>
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
