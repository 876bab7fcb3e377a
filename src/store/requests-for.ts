import { uniqueKeyOf, type CrawlRequest } from '../crawl/crawl-request';
import { firstLikesPosition } from '../sketchfab/addresses';
import { lacksFacts, type ModelRow } from './model-row';

/**
 * What a crawl has to ask about a model: its facts first where they are missing, since the like count among them tells
 * whether the list of likes is whole; then its likes, unless they are known or the site has nothing more to say.
 */
export function requestsFor(model: ModelRow): readonly CrawlRequest[] {
  const wantsLikes = model.state !== 'complete' && model.state !== 'gone';
  // The number that the list fell short of may be the older one of the two.
  const wantsFacts = lacksFacts(model) || model.state === 'drifted';
  return [
    ...(wantsFacts ? [request('model', model, 2 * model.order)] : []),
    ...(wantsLikes ? [request('likes', model, 2 * model.order + 1)] : []),
  ];
}

function request(kind: CrawlRequest['kind'], model: ModelRow, order: number): CrawlRequest {
  return {
    uniqueKey: uniqueKeyOf(kind, model.uid),
    kind,
    modelUid: model.uid,
    state: 'pending',
    order,
    notBefore: 0,
    retryCount: 0,
    lastError: null,
    isSecondLook: model.state === 'forbidden',
    sweep: (model.sweep ?? -1) + 1,
    pageIndex: 0,
    position: firstLikesPosition,
  };
}
