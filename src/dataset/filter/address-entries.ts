import { parseModelUid } from '../../sketchfab/model-uid';
import { type ExclusionEntry, joinReadings, modelEntry, unclearEntry, wordEntry } from './exclusion-entry';

// With any subdomain, but not `notsketchfab.com`.
const siteHost =
  /(?:https?:)?\/{0,9}(?<![\p{L}\p{N}_-])(?:[a-z\d-]+\.){0,9}sketchfab\.com\.?(?::\d+)?(?=\/)/giu;
const pathCharacters = /^[\p{L}\p{M}\p{N}._@/-]*/u;

/** Behind these the id of a model follows, or the name of a user. */
const modelRoutes = ['3d-models', 'models', 'show'];
const userRoutes = ['users', 'orgs', 'u'];
const otherRoutes = ['search', 'tags', 'categories', 'feed', 'i', 'v2', 'v3', 'api'];
const underProfiles = ['likes', 'collections', 'followers', 'followings', 'following', 'about', 'embed'];
const routes = [...modelRoutes, ...userRoutes, ...otherRoutes, ...underProfiles];

/** Whether this part of a path is one that the site uses for everybody, rather than a name. */
export const isRoute = (segment: string): boolean => routes.includes(segment.toLowerCase());

/** An address of another site, or of the site but of nothing on it. */
export const isOtherAddress = (text: string): boolean => /\w:\/\//.test(text);

/** The addresses of the site in a text without blanks, and what is left of the text around them. */
export function splitAddresses(text: string): {
  readonly entries: readonly ExclusionEntry[];
  readonly rest: readonly string[];
} {
  const hosts = [...text.matchAll(siteHost)];
  const before = text.slice(0, hosts[0]?.index ?? text.length);
  // The address of a redirect or of an archive leads to the address in it.
  const rest = hosts.length > 0 && isOtherAddress(before) ? [] : [before];
  const entries = hosts.map(({ 0: host, index }, at) => {
    const tail = text.slice(index + host.length, hosts[at + 1]?.index);
    const path = pathCharacters.exec(tail)?.[0] ?? '';
    const behind = tail.slice(path.length);
    const isQuery = /^[?#]/.test(behind) || (behind.startsWith('&') && before.includes('?'));
    if (!isQuery) rest.push(behind);
    return entryOfPath(path);
  });
  return { entries, rest };
}

/** The user or the model that a path of the site is about; the same path may be about both. */
function entryOfPath(path: string): ExclusionEntry {
  const text = `https://sketchfab.com${path}`;
  const segments = path.split('/').filter(Boolean);
  const [user, model] = [userIn(segments), modelIn(segments)];
  return joinReadings(text, [
    user === undefined ? unclearEntry(text) : wordEntry(user),
    model === undefined ? unclearEntry(text) : modelEntry(model),
  ]);
}

function userIn(segments: readonly string[]): string | undefined {
  const route = segments.findIndex((segment) => userRoutes.includes(segment.toLowerCase()));
  const isModelOfOrg = segments[route]?.toLowerCase() === 'orgs' && segments.length > route + 2;
  const name = isModelOfOrg ? undefined : (route < 0 ? segments[0] : segments[route + 1])?.replace(/^@+/, '');
  return name === undefined || isRoute(name) || !/[\p{L}\p{N}_]/u.test(name) ? undefined : name;
}

function modelIn(segments: readonly string[]): string | undefined {
  const route = segments.findIndex((segment) => modelRoutes.includes(segment.toLowerCase()));
  const last = route < 0 ? undefined : segments[route + 1];
  // The id follows the last hyphen of `slug-id`; the slug may be missing.
  const id = last?.slice(last.lastIndexOf('-') + 1);
  return parseModelUid(id) ?? parseModelUid(id?.toLowerCase());
}
