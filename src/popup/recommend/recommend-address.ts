import { type ModelUid, parseModelUid } from '../../sketchfab/model-uid';

/** What the view "Recommend" shows, as the address of the tab says after `#recommend?`. Anybody can type one. */
export type RecommendAddress =
  /** Without a model: where to begin. `isWrong`: it names one that cannot be. */
  | { readonly at: 'model'; readonly uid: ModelUid | null; readonly isWrong: boolean }
  | { readonly at: 'tag'; readonly tag: string | null }
  | { readonly at: 'person'; readonly picks: readonly ModelUid[]; readonly pseudonym: string | null }
  | { readonly at: 'quality' };

export const startOfRecommend: RecommendAddress = { at: 'model', uid: null, isWrong: false };

/** More would make an address that no browser takes, and a list that speaks for nobody. */
export const mostPicks = 50;

const pseudonymForm = /^[0-9a-f]{32}$/;

/** `null` if it cannot be a pseudonym. */
export function parsePseudonym(text: string): string | null {
  const pseudonym = text.trim().toLowerCase();
  return pseudonymForm.test(pseudonym) ? pseudonym : null;
}

export function parseRecommendAddress(query: string): RecommendAddress {
  const asked = new URLSearchParams(query);
  if (asked.has('quality')) return { at: 'quality' };
  const tag = asked.get('tag');
  if (tag !== null) return { at: 'tag', tag: tag.trim() === '' ? null : tag };
  const picks = asked.get('picks');
  const pseudonym = asked.get('pseudonym');
  if (picks !== null || pseudonym !== null) {
    const uids = (picks ?? '').split(',').map(parseModelUid);
    return {
      at: 'person',
      picks: [...new Set(uids.filter((uid) => uid !== undefined))].slice(0, mostPicks),
      pseudonym: parsePseudonym(pseudonym ?? ''),
    };
  }
  const model = asked.get('model') ?? '';
  const uid = parseModelUid(model) ?? null;
  return { at: 'model', uid, isWrong: uid === null && model !== '' };
}

export function formatRecommendAddress(address: RecommendAddress): string {
  switch (address.at) {
    case 'quality':
      return 'quality';
    case 'tag':
      return `tag=${encodeURIComponent(address.tag ?? '')}`;
    case 'person':
      return address.pseudonym === null
        ? `picks=${address.picks.join(',')}`
        : `pseudonym=${address.pseudonym}`;
    case 'model':
      return address.uid === null ? '' : `model=${address.uid}`;
  }
}
