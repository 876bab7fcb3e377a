import { parseModelUid, type ModelUid } from './model-uid';
import { pathOnSite } from './path-on-site';

// Lists share these routes (`/3d-models/popular`), but no word of theirs is long enough to be an id.
const modelRoutes = [
  /^\/3d-models\/([^/]+)\/?$/,
  /^\/orgs\/[^/]+\/3d-models\/([^/]+)\/?$/,
  /^\/models\/([^/]+)(?:\/embed)?\/?$/, // today only the embed; until 2018 the page itself
  /^\/show\/([^/]+)\/?$/,
];

/** The model that an address of the site, full or relative, is about; `undefined` where it is about none. */
export function modelUidOfAddress(address: string): ModelUid | undefined {
  const path = pathOnSite(address);
  if (path === undefined) return undefined;
  const last = modelRoutes.map((route) => route.exec(path)?.[1]).find((found) => found !== undefined);
  // The id follows the last hyphen of `slug-id`, and is all there is when the slug is missing.
  return parseModelUid(last?.slice(last.lastIndexOf('-') + 1));
}
