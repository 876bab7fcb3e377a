import { countMessage, message } from '../../i18n/message';
import { fewestTagged } from '../../recommend/tags/tag-fans';
import type { ModelsOfTag, TypicalItem } from '../../workers/recommend/messages';
import { RichMessage } from '../controls/rich-message';
import { cutText, inRow } from '../models/cut-text';
import { Heading } from './heading';
import { ItemRow } from './item-row';
import type { RecommendActions, RecommendSnapshot } from './recommend-snapshot';
import { SuggestBox } from './suggest-box';
import { TagChips } from './tag-chips';

type Props = { readonly recommend: RecommendSnapshot; readonly actions: RecommendActions };

/** The models most typical of a tag; before one is chosen, the tags that are used most. */
export function ByTag({ recommend: { shown, suggested }, actions }: Props) {
  const found = suggested?.of === 'tags' ? suggested : null;
  return (
    <>
      <SuggestBox
        label={message('recommend_tag')}
        hint={message('recommend_tagHint')}
        suggestions={
          found &&
          found.found.map(({ tag, models }) => ({
            ...{ key: tag, text: cutText(tag, inRow) },
            note: countMessage('recommend_models', models),
          }))
        }
        searched={found?.text}
        none={message('recommend_noTag')}
        onType={(text) => actions.suggest('tags', text)}
        onChoose={(tag) => actions.goToRecommendations({ at: 'tag', tag })}
      />
      {shown?.at === 'tags' &&
        (shown.tags.length > 0 ? (
          <TagChips label={message('recommend_mostUsedTags')} tags={shown.tags} />
        ) : (
          <p class="empty">{message('recommend_noTagsYet')}</p>
        ))}
      {shown?.at === 'tag' &&
        (shown.answer ? (
          <Typical key={shown.tag} answer={shown.answer} actions={actions} />
        ) : (
          <p class="empty">
            <RichMessage of="recommend_unknownTag" values={{ tag: <bdi>{cutText(shown.tag, inRow)}</bdi> }} />
          </p>
        ))}
    </>
  );
}

type TypicalProps = { readonly answer: ModelsOfTag; readonly actions: RecommendActions };

function Typical({ answer: { tag, models, likedModels, close, typical }, actions }: TypicalProps) {
  return (
    <>
      <div class="chosen">
        <div class="chosen-text">
          <Heading text={cutText(tag, inRow)} />
          <p class="soft">{countMessage('recommend_carriers', models, { liked: likedModels })}</p>
          {close.length > 0 && <TagChips label={message('recommend_closeTags')} tags={close} />}
        </div>
      </div>
      <ItemRow
        title={message('recommend_typical')}
        rule={message('recommend_typicalRule')}
        none={message(likedModels < fewestTagged ? 'recommend_tooFewCarriers' : 'recommend_nothingTypical')}
        items={typical}
        reasons={typicalReasons}
        actions={actions}
      />
    </>
  );
}

function typicalReasons({ isTagged, fans, likes }: TypicalItem): string[] {
  return [message(isTagged ? 'recommend_tagged' : 'recommend_notTagged'), fansText(fans, likes)];
}

function fansText(fans: number, likes: number): string {
  if (likes !== 1) return message('recommend_fansAmong', { fans, likes });
  return message(fans === 1 ? 'recommend_onlyFan' : 'recommend_noFan');
}
