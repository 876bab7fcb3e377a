import type { PlainKey } from '../../i18n/message';
import { countMessage, message } from '../../i18n/message';
import { fewestLikedModels } from '../../workers/recommend/limits';
import type { LikesState, WorkFailure } from '../../workers/recommend/messages';
import { formatAddress } from '../tab/address';
import { ByTag } from './by-tag';
import { DataLine } from './data-line';
import { ForPerson } from './for-person';
import { FromModel } from './from-model';
import { formatRecommendAddress, type RecommendAddress, startOfRecommend } from './recommend-address';
import type { RecommendActions, RecommendSnapshot } from './recommend-snapshot';

type Props = {
  readonly recommend: RecommendSnapshot;
  readonly address: RecommendAddress;
  readonly counted: number | undefined;
  readonly now: number;
  readonly actions: RecommendActions;
};

const ways: readonly { readonly title: PlainKey; readonly address: RecommendAddress }[] = [
  { title: 'recommend_fromModel', address: startOfRecommend },
  { title: 'recommend_byTag', address: { at: 'tag', tag: null } },
  { title: 'recommend_forPerson', address: { at: 'person', picks: [], pseudonym: null } },
];

/** Recommendations of one kind at a time, and of which data they are made. */
export function RecommendPage({ recommend, address, counted, now, actions }: Props) {
  const { data, failure } = recommend;
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
      {data && data.likedModels < fewestLikedModels && <TooLittle data={data} />}
      <Way recommend={recommend} address={address} actions={actions} />
    </div>
  );
}

function Way({ recommend, address, actions }: Pick<Props, 'recommend' | 'address' | 'actions'>) {
  switch (address.at) {
    case 'model':
      return <FromModel recommend={recommend} isWrong={address.isWrong} actions={actions} />;
    case 'tag':
      return <ByTag recommend={recommend} actions={actions} />;
    case 'person':
      return <ForPerson recommend={recommend} address={address} actions={actions} />;
    case 'quality':
      return null;
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

function failureText({ code, message: cause }: WorkFailure): string {
  if (code === 'outOfMemory') return message('recommend_outOfMemory');
  return message('recommend_unreadable', { cause: cause || message('models_noCause') });
}
