import { formatList } from '../../i18n/format-list';
import { countMessage, message } from '../../i18n/message';
import { formatModelsAddress } from '../../models/models-address';
import { everyModel } from '../../models/model-filter';
import { defaultSort } from '../../models/model-sort';
import type { ChosenModel, SimilarItem, SimilarModels } from '../../workers/recommend/messages';
import { Button } from '../controls/button';
import { formatAddress } from '../tab/address';
import { Heading } from './heading';
import { nameOf } from './item-list';
import { ItemRow } from './item-row';
import { ModelBox } from './model-box';
import { formatRecommendAddress } from './recommend-address';
import type { RecommendActions, RecommendSnapshot } from './recommend-snapshot';
import { TagChips } from './tag-chips';

type Props = {
  readonly recommend: RecommendSnapshot;
  readonly isWrong: boolean;
  readonly actions: RecommendActions;
};

/** Fewer people say little about taste. */
const fewLikes = 5;

/** What is similar to a model that was chosen; before, where to begin. */
export function FromModel({ recommend: { shown, suggested }, isWrong, actions }: Props) {
  return (
    <>
      <ModelBox
        label={message('recommend_model')}
        suggested={suggested}
        actions={actions}
        onChoose={(uid) => actions.goToRecommendations({ at: 'model', uid, isWrong: false })}
      />
      {isWrong && <p class="warning">{message('recommend_wrongModel')}</p>}
      {shown?.at === 'start' && (
        <ItemRow
          title={message('recommend_mostLiked')}
          rule={message('recommend_begin')}
          none={message('recommend_nothingLiked')}
          items={shown.models}
          reasons={({ likes }) => [countMessage('recommend_likes', likes)]}
          actions={actions}
        />
      )}
      {shown?.at === 'model' &&
        (shown.answer ? (
          <Similar key={shown.uid} answer={shown.answer} actions={actions} />
        ) : (
          <div class="block">
            <p>{message('recommend_unknownModel')}</p>
            <div>
              <Button label={message('recommend_open')} onClick={() => actions.openOnSketchfab(shown.uid)} />
            </div>
          </div>
        ))}
    </>
  );
}

type SimilarProps = { readonly answer: SimilarModels; readonly actions: RecommendActions };

function Similar({ answer, actions }: SimilarProps) {
  const { model, byLikes, byLikesAndTags, byTags } = answer;
  const noTags = model.tags === null ? message('recommend_tagsUnknown') : message('recommend_noTagsInCommon');
  return (
    <>
      <Chosen answer={answer} actions={actions} />
      <ItemRow
        title={message('recommend_byLikes')}
        rule={message('recommend_byLikesRule')}
        none={model.likes === 0 ? message('recommend_noLikes') : message('recommend_nothingElse')}
        items={byLikes}
        reasons={(item) => [countMessage('recommend_likedBoth', item.likedBoth)]}
        actions={actions}
      />
      <ItemRow
        title={message('recommend_byLikesAndTags')}
        rule={message('recommend_byLikesAndTagsRule')}
        none={noTags}
        items={byLikesAndTags}
        reasons={bothReasons}
        actions={actions}
      />
      <ItemRow
        title={message('recommend_byTags')}
        rule={message('recommend_byTagsRule')}
        none={noTags}
        items={byTags}
        reasons={({ commonTags }) => [<bdi key="tags">{formatList(commonTags)}</bdi>]}
        actions={actions}
      />
    </>
  );
}

/** One of the two may be none. */
function bothReasons({ likedBoth, commonTags }: SimilarItem): string[] {
  return [
    ...(likedBoth > 0 ? [countMessage('recommend_likedBoth', likedBoth)] : []),
    ...(commonTags.length > 0 ? [countMessage('recommend_tagsInCommon', commonTags.length)] : []),
  ];
}

function Chosen({ answer: { model, suggestedTags }, actions }: SimilarProps) {
  const name = nameOf(model.name);
  return (
    <div class="chosen">
      <div class="chosen-text">
        <Heading text={name} />
        <p class="soft">{likesText(model)}</p>
        {!model.isPublic && <p class="small soft">{message('recommend_mayBePrivate')}</p>}
        {model.tags !== null && model.tags.length > 0 && (
          <TagChips label={message('recommend_tags')} tags={model.tags.map((tag) => ({ tag }))} />
        )}
        {suggestedTags.length > 0 && (
          <TagChips label={message('recommend_suggestedTags')} tags={suggestedTags} />
        )}
      </div>
      <div class="chosen-ways">
        <Button label={message('recommend_open')} onClick={() => actions.openOnSketchfab(model.uid)} />
        <a class="text-link small" href={formatAddress('recommend', picked(model))}>
          {message('recommend_pickThis')}
        </a>
        {model.name !== '' && (
          <a class="text-link small" href={formatAddress('models', inModels(model))}>
            {message('recommend_showInModels')}
          </a>
        )}
      </div>
    </div>
  );
}

function likesText({ likes }: ChosenModel): string {
  if (likes === 0) return message('recommend_noLikes');
  return likes < fewLikes
    ? countMessage('recommend_fewLikes', likes)
    : countMessage('recommend_likes', likes);
}

const picked = ({ uid }: ChosenModel) =>
  formatRecommendAddress({ at: 'person', picks: [uid], pseudonym: null });

const inModels = ({ name }: ChosenModel) =>
  formatModelsAddress({ filter: { ...everyModel, text: name.slice(0, 200) }, sort: defaultSort });
