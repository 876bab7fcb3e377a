import type { SiteRequest } from '../site-request';
import type { PracticeModel } from '../world/practice-model';
import type { World } from '../world/world';
import { mix } from '../world/random';
import { likerJson, ownerJson } from './user-json';

type Where = Pick<SiteRequest, 'origin' | 'site'>;

const date = (moment: Date, micros = '') => moment.toISOString().slice(0, 19) + micros;
const thumbnails = (model: PracticeModel, site: string) => ({
  images: [
    {
      uid: `t${model.index}`,
      url: `${site}/practice/thumb/${model.uid}.svg`,
      width: 640,
      height: 360,
      size: 9_000,
    },
  ],
});

/** A model as `/i/models/<uid>` returns it: tags as strings among objects, categories by uid. */
export function siteModelJson(world: World, model: PracticeModel, site: string) {
  const { uid, name, slug, likeCount, viewCount, commentCount, isAgeRestricted } = model;
  const owner = world.ownerOf(model);
  return {
    ...{ uid, name, slug, likeCount, viewCount, publicCommentCount: commentCount },
    // A tag whose slug is its name has no more to say, and may be a string.
    tags: model.tags.map((tag, at) => (at % 2 === 0 && tag.name === tag.slug ? tag.name : tag)),
    categories: model.categories.map((category) => ({ uid: category.uid })),
    isRestricted: isAgeRestricted,
    isAiGenerated: false,
    isPublished: true,
    visibility: model.isProtected ? 'protected' : 'public',
    org: model.isOrganisations ? { uid: `org${owner.index}`, username: 'museum-of-practice' } : null,
    user: likerJson(owner, site),
    thumbnails: { uid: `t${model.index}`, ...thumbnails(model, site) },
    publishedAt: date(model.publishedAt),
    displayStatus: 'ok',
    viewerUrl: `${site}/3d-models/${slugAndUid(model)}`,
  };
}

/** A model as lists of `/v3/models` return it. */
export function v3ModelJson(world: World, model: PracticeModel, { origin, site }: Where) {
  const { uid, name, likeCount, viewCount, commentCount, isAgeRestricted, isStaffPicked, publishedAt } =
    model;
  const faceCount = 500 + (mix(world.seed, model.index, 5) % 90_000);
  return {
    ...{ uid, name, description: null, uri: `${origin}/v3/models/${uid}` },
    tags: model.tags.map((tag) => ({ ...tag, uri: `${origin}/v3/tags/${encodeURIComponent(tag.slug)}` })),
    categories: model.categories.map((one) => ({ ...one, uri: `${origin}/v3/categories/${one.uid}` })),
    publishedAt: date(publishedAt),
    createdAt: date(publishedAt, '.254352'),
    staffpickedAt: isStaffPicked ? date(publishedAt) : null,
    ...{ likeCount, viewCount, commentCount, faceCount, vertexCount: Math.round(faceCount * 0.52) },
    ...{
      animationCount: 0,
      soundCount: 0,
      isDownloadable: model.index % 3 === 0,
      isProtected: model.isProtected,
    },
    ...{ isAgeRestricted, license: 'CC Attribution', price: null, archives: {} },
    user: ownerJson(world.ownerOf(model), site),
    thumbnails: thumbnails(model, site),
    viewerUrl: `${site}/3d-models/${slugAndUid(model)}`,
    embedUrl: `${site}/models/${uid}/embed`,
  };
}

/** What `/v3/models/<uid>` adds to that. */
export function v3DetailJson(world: World, model: PracticeModel, where: Where) {
  return {
    ...v3ModelJson(world, model, where),
    updatedAt: date(model.publishedAt, '.000001'),
    ...{
      downloadCount: Math.floor(model.viewCount / 30),
      materialCount: 2,
      textureCount: 4,
      pbrType: 'metalness',
    },
    ...{ status: { processing: 'SUCCEEDED' }, source: 'blender', hasCommentsDisabled: false },
    editorUrl: `${where.site}/models/${model.uid}/edit`,
    license: {
      label: 'CC Attribution',
      fullName: 'Creative Commons Attribution',
      slug: 'by',
      url: 'https://example.com/by',
    },
  };
}

/** The last part of a model's address. */
export function slugAndUid({ slug, uid }: PracticeModel): string {
  return slug === '' ? uid : `${slug}-${uid}`;
}
