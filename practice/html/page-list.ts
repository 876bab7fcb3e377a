import { isListed } from '../list-models';
import type { SiteRequest } from '../site-request';
import { categories } from '../world/categories';
import type { PracticeModel } from '../world/practice-model';
import type { World } from '../world/world';

/** A page of cards: its heading, and which models belong on it. */
export type PageList = {
  readonly heading: string;
  readonly lead: string;
  fits(model: PracticeModel): boolean;
};

/** The list at an address, or `undefined` if there is none. */
export function pageListOf(
  world: World,
  { path, query }: Pick<SiteRequest, 'path' | 'query'>,
): PageList | undefined {
  const [first = '', second = '', third = ''] = path.split('/').slice(1).map(decode);
  if (path === '/' || path === '/3d-models/popular') return list('Most liked', 'What people come back to.');
  if (path === '/3d-models/staffpicks')
    return list('Staff picks', 'Chosen by hand, one at a time.', (m) => m.isStaffPicked);
  if (path === '/search') return found(query.get('q') ?? '');
  if (first === 'tags')
    return list(`#${second}`, 'Models with this tag.', ({ tags }) => tags.some((tag) => tag.slug === second));
  if (first === '3d-models' && second === 'categories') return ofCategory(third);
  return second === '' || second === 'models' ? ofOwner(world, first) : undefined;
}

function list(heading: string, lead: string, fits: (model: PracticeModel) => boolean = () => true): PageList {
  return { heading, lead, fits: (model) => isListed(model) && fits(model) };
}

function found(words: string): PageList {
  const wanted = words.trim().toLowerCase();
  const fits = ({ name, tags }: PracticeModel) =>
    name.toLowerCase().includes(wanted) || tags.some((tag) => tag.slug.includes(wanted));
  return list(wanted === '' ? 'Everything' : `Results for “${words.trim()}”`, 'The most liked first.', fits);
}

function ofCategory(slug: string): PageList | undefined {
  const category = categories.find((one) => one.slug === slug);
  if (!category) return undefined;
  return list(category.name, 'Models of this category.', (model) => model.categories.includes(category));
}

function ofOwner(world: World, username: string): PageList | undefined {
  const owner = world.findUserByName(username);
  if (!owner) return undefined;
  const fits = (model: PracticeModel) => !model.isOrganisations && world.ownerOf(model).index === owner.index;
  return list(owner.displayName.trim() || username, `Models by ${username}.`, fits);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % in a typed address
  }
}
