import type { PlainKey } from '../../i18n/message';
import { countMessage, message } from '../../i18n/message';
import type { LikesState } from '../../workers/recommend/messages';
import { formatAddress } from '../tab/address';
import { ByTag } from './by-tag';
import { DataLine } from './data-line';
import { failureText } from './failure-text';
import { isAnswerTo } from './is-answer-to';
import { ForPerson } from './for-person';
import { FromModel } from './from-model';
import { Quality } from './quality';
import type { QualityActions, QualitySnapshot } from './quality-snapshot';
import { formatRecommendAddress, type RecommendAddress, startOfRecommend } from './recommend-address';
import type { RecommendActions, RecommendSnapshot } from './recommend-snapshot';

type Props = {
  readonly recommend: RecommendSnapshot;
  readonly quality: QualitySnapshot;
  readonly address: RecommendAddress;
  readonly counted: number | undefined;
  readonly now: number;
  readonly actions: RecommendActions & QualityActions;
};

/** Lists from fewer models with likes are guesses. */
const fewestLikedModels = 200;

const ways: readonly { readonly title: PlainKey; readonly address: RecommendAddress }[] = [
  { title: 'recommend_fromModel', address: startOfRecommend },
  { title: 'recommend_byTag', address: { at: 'tag', tag: null } },
  { title: 'recommend_forPerson', address: { at: 'person', picks: [], pseudonym: null } },
  { title: 'quality_title', address: { at: 'quality' } },
];

/** Recommendations of one kind at a time, and of which data they are made. */
export function RecommendPage({ recommend: known, quality, address, counted, now, actions }: Props) {
  const { data, failure, shown } = known;
  const recommend = { ...known, shown: shown && isAnswerTo(address, shown) ? shown : null };
  return (
    <div class="recommend">
      <nav aria-label={message('recommend_ways')} class="recommend-ways">
        <ul>
          {ways.map(({ title, address: way }) => (
            <li key={title}>
              <a
                href={formatAddress('recommend', formatRecommendAddress(way))}
                {...(way.at === address.at && { 'aria-current': 'page' })}
              >
                {message(title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {failure && (
        <p role="alert" class="warning">
          {failureText(failure)}
        </p>
      )}
      <DataLine recommend={recommend} counted={counted} now={now} actions={actions} />
      {data && address.at !== 'quality' && data.likedModels < fewestLikedModels && <TooLittle data={data} />}
      <Way recommend={recommend} quality={quality} address={address} now={now} actions={actions} />
    </div>
  );
}

function Way({ recommend, quality, address, now, actions }: Omit<Props, 'counted'>) {
  switch (address.at) {
    case 'model':
      return <FromModel recommend={recommend} isWrong={address.isWrong} actions={actions} />;
    case 'tag':
      return <ByTag recommend={recommend} actions={actions} />;
    case 'person':
      return <ForPerson recommend={recommend} address={address} actions={actions} />;
    case 'quality':
      return <Quality quality={quality} data={recommend.data} now={now} actions={actions} />;
  }
}

/** The lists are shown all the same, each with the numbers behind it. */
function TooLittle({ data: { likedModels, models } }: { readonly data: LikesState }) {
  const missing = fewestLikedModels - likedModels;
  return (
    <p class="too-little">
      {countMessage('recommend_tooLittle', likedModels)} {countMessage('recommend_missing', missing)}{' '}
      {message(models > likedModels ? 'recommend_crawlThem' : 'recommend_captureMore')}
    </p>
  );
}
