import { parseModelUid, type ModelUid } from './model-uid';
import { pathOnSite } from './path-on-site';

// Lists share these routes (`/3d-models/popular`), but their names are too short to be ids.
const modelRoutes = [
  /^\/3d-models\/([^/]+)\/?$/,
  /^\/orgs\/[^/]+\/3d-models\/([^/]+)\/?$/,
  /^\/models\/([^/]+)(?:\/embed)?\/?$/, // today only the embed; until 2018 the page itself
  /^\/show\/([^/]+)\/?$/,
];

/** The model that a URL of the site, absolute or relative, belongs to; `undefined` if none. */
export function modelUidOfAddress(address: string): ModelUid | undefined {
  const path = pathOnSite(address);
  if (path === undefined) return undefined;
  const last = modelRoutes.map((route) => route.exec(path)?.[1]).find((found) => found !== undefined);
  // The id follows the last hyphen of `slug-id`; the slug may be missing.
  return parseModelUid(last?.slice(last.lastIndexOf('-') + 1));
}
