import { jsonAnswer, notFoundJson, type Answer } from '../answer';
import { isListed, listModels } from '../list-models';
import type { SiteRequest } from '../site-request';
import { categories } from '../world/categories';
import type { PracticeModel } from '../world/practice-model';
import type { World } from '../world/world';
import { siteModelJson, v3DetailJson, v3ModelJson } from './model-json';
import { positionCursor, readCount, readPosition } from './position-cursor';

const forbidden = jsonAnswer({ detail: 'You do not have permission to perform this action.' }, 403);

/** `GET /i/models/<uid>` */
export function siteModelAnswer(world: World, request: SiteRequest, uid: string): Answer {
  const model = world.findModel(uid);
  if (!model) return notFoundJson;
  return model.isProtected ? forbidden : jsonAnswer(siteModelJson(world, model, request.site));
}

/** `GET /v3/models/<uid>`: 403 for a model behind a password. */
export function v3ModelAnswer(world: World, request: SiteRequest, uid: string): Answer {
  const model = world.findModel(uid);
  if (!model) return notFoundJson;
  return model.isProtected ? forbidden : jsonAnswer(v3DetailJson(world, model, request));
}

/** `GET /v3/models`: always by likes, whatever `sort_by` says; restricted models only with `restricted=1`. */
export function v3ModelsAnswer(world: World, request: SiteRequest): Answer {
  const { query, origin } = request;
  const from = readPosition(query);
  if (from === undefined) return jsonAnswer({ cursor: ['Invalid cursor.'] }, 400);
  const { models, next } = listModels(world, filterOf(query), { from, count: readCount(query) });
  const cursor = next === null ? null : positionCursor('p', next);
  const onward = new URLSearchParams(query);
  onward.delete('offset');
  if (cursor !== null) onward.set('cursor', cursor);
  return jsonAnswer({
    cursors: { next: cursor, previous: null },
    next: cursor === null ? null : `${origin}/v3/models?${onward.toString()}`,
    previous: null,
    results: models.map((model) => v3ModelJson(world, model, request)),
  });
}

function filterOf(query: URLSearchParams): (model: PracticeModel) => boolean {
  const [tag, category] = [query.get('tags'), query.get('categories')];
  const restricted = ['1', 'true'].includes(query.get('restricted') ?? '');
  return (model) =>
    (isListed(model) || (restricted && !model.isProtected)) &&
    (tag === null || model.tags.some(({ slug }) => slug === tag)) &&
    (category === null || model.categories.some(({ uid }) => uid === category)) &&
    (query.get('staffpicked') === null || model.isStaffPicked);
}

/** `GET /v3/categories` */
export function v3CategoriesAnswer({ origin }: SiteRequest): Answer {
  const results = categories.map((one) => ({ ...one, uri: `${origin}/v3/categories/${one.uid}` }));
  return jsonAnswer({ results, next: null, previous: null });
}
