import { uniqueKeyOf, type ModelRequest } from '../crawl/crawl-request';
import { firstLikesPosition, likesPerPage } from '../sketchfab/addresses';
import { hasNewCount, lacksFacts, type ModelRow } from './model-row';

/**
 * The requests that a crawl has to make for a model. Its facts come first if they are missing, and always before a list
 * that may have more than one page: the number of likes shown just before proves that the list was read completely. They
 * are also what can show a model to everyone again.
 *
 * For a complete model only the number of likes is requested, unless it has been seen since. Its list is read again, from
 * the newest like on, only if that number has changed.
 */
export function requestsFor(model: ModelRow): readonly ModelRequest[] {
  if (model.state === 'gone') return [];
  if (model.state === 'complete') return requestsForComplete(model);
  return [
    ...(lacksFacts(model) || mayBeLong(model) || model.isHidden ? [factsRequest(model)] : []),
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

/** Requests the whole list, whatever is known of it. */
export function requestsAnew(model: ModelRow): readonly ModelRequest[] {
  if (model.state === 'gone') return [];
  return [...(mayBeLong(model) ? [factsRequest(model)] : []), likesRequest(model, 'whole')];
}

/** Behind every captured model in the queue, so that the site's numbers can settle meanwhile. */
const afterAllOthers = 2 ** 40;

/** Requests the number of likes and the list once more. */
export function secondPass(model: ModelRow): readonly ModelRequest[] {
  const requests = [factsRequest(model), likesRequest(model, 'whole')];
  return atTheEnd(requests.map((request) => ({ ...request, isSecondPass: true })));
}

/** The same requests behind all models that wait for the first time. */
export function atTheEnd(requests: readonly ModelRequest[]): readonly ModelRequest[] {
  return requests.map((request) => ({ ...request, order: request.order + afterAllOthers }));
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
