import type { SiteRequest } from '../site-request';
import type { World } from '../world/world';
import { listView } from './list-view';
import { missingView } from './missing-view';
import { modelView } from './model-view';
import { pageListOf } from './page-list';
import type { View } from './view';

const modelPaths = [
  /^\/(?:orgs\/[^/]+\/)?3d-models\/(?:[^/]*-)?([^/-]+)$/, // the id is what follows the last hyphen
  /^\/models\/([^/]+)(?:\/embed)?$/,
  /^\/show\/([^/]+)$/,
];
const listWords = ['popular', 'staffpicks', 'categories'];

/** The page at an address. An unknown address gets a page that says so. */
export function viewOf(world: World, request: SiteRequest): View {
  const uid = modelPaths
    .map((pattern) => pattern.exec(request.path)?.[1])
    .find((found) => found !== undefined);
  if (uid !== undefined && !listWords.includes(uid)) {
    const model = world.findModel(uid);
    return model && !model.isProtected ? modelView(world, request, model) : missingView;
  }
  const list = pageListOf(world, request);
  return list ? listView(world, request, list) : missingView;
}
