import { uniqueKeyOf, type ModelRequest } from '../crawl/crawl-request';
import { firstLikesPosition, likesPerPage } from '../sketchfab/addresses';
import { hasNewCount, lacksFacts, type ModelRow } from './model-row';

/**
 * What a crawl has to ask about a model. Its facts come first where they are missing, and always before a list that
 * may have more than one page: the number of likes shown right before tells whether the list was read whole.
 *
 * Of a complete model only the number of likes is asked, where nobody told it since; the list only when that is
 * another one, and then from its front.
 */
export function requestsFor(model: ModelRow): readonly ModelRequest[] {
  if (model.state === 'gone') return [];
  if (model.state === 'complete') return requestsForComplete(model);
  return [
    ...(lacksFacts(model) || mayBeLong(model) ? [factsRequest(model)] : []),
    likesRequest(model, 'whole'),
  ];
}

function requestsForComplete(model: ModelRow): readonly ModelRequest[] {
  const wantsFacts = lacksFacts(model) || !model.isCountFresh;
  const wantsLikes = model.isCountFresh && hasNewCount(model);
  return [
    ...(wantsFacts ? [factsRequest(model)] : []),
    ...(wantsLikes ? [likesRequest(model, 'newest')] : []),
  ];
}

/** The whole list from its front, whatever is known of it. */
export function requestsAnew(model: ModelRow): readonly ModelRequest[] {
  if (model.state === 'gone') return [];
  return [...(mayBeLong(model) ? [factsRequest(model)] : []), likesRequest(model, 'whole')];
}

/** Further back in the queue than any model ever captured, so that the site's own numbers can settle meanwhile. */
const afterAllOthers = 2 ** 40;

/** The list and its number of likes once more. */
export function secondPass(model: ModelRow): readonly ModelRequest[] {
  return [factsRequest(model), likesRequest(model, 'whole')].map((request) => ({
    ...request,
    isSecondPass: true,
    order: request.order + afterAllOthers,
  }));
}

function mayBeLong({ likeCount }: ModelRow): boolean {
  return likeCount === null || likeCount > likesPerPage;
}

function factsRequest(model: ModelRow): ModelRequest {
  return { ...request('model', model), order: 2 * model.order, extent: 'whole', likelyAnswers: 1 };
}

function likesRequest(model: ModelRow, extent: ModelRequest['extent']): ModelRequest {
  return {
    ...request('likes', model),
    order: 2 * model.order + 1,
    extent,
    likelyAnswers: likelyPages(model, extent),
  };
}

function likelyPages({ likeCount, likesCollected }: ModelRow, extent: ModelRequest['extent']): number | null {
  if (likeCount === null) return null;
  if (extent === 'newest') return 1 + Math.ceil(Math.max(0, likeCount - likesCollected) / likesPerPage);
  return Math.max(1, Math.ceil(likeCount / likesPerPage));
}

function request(kind: ModelRequest['kind'], model: ModelRow) {
  return {
    uniqueKey: uniqueKeyOf(kind, model.uid),
    kind,
    modelUid: model.uid,
    state: 'pending' as const,
    notBefore: 0,
    retryCount: 0,
    lastError: null,
    wasForbidden: model.state === 'forbidden',
    sweep: model.lastSweep + 1,
    isSecondPass: false,
    likesBefore: null,
    pageIndex: 0,
    position: firstLikesPosition,
  };
}
