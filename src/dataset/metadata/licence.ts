// Of the list that the schema of CFF 1.2.0 holds (SPDX, May 2021), those that are given to data, and the best known of
// software. An id that is missing here is left out of CITATION.cff, which is valid; a wrong one there would not be.
const ids = [
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'C-UDA-1.0',
  'CC-BY-1.0',
  'CC-BY-2.0',
  'CC-BY-2.5',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC-BY-NC-1.0',
  'CC-BY-NC-2.0',
  'CC-BY-NC-2.5',
  'CC-BY-NC-3.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-ND-1.0',
  'CC-BY-NC-ND-2.0',
  'CC-BY-NC-ND-2.5',
  'CC-BY-NC-ND-3.0',
  'CC-BY-NC-ND-4.0',
  'CC-BY-NC-SA-1.0',
  'CC-BY-NC-SA-2.0',
  'CC-BY-NC-SA-2.5',
  'CC-BY-NC-SA-3.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-1.0',
  'CC-BY-ND-2.0',
  'CC-BY-ND-2.5',
  'CC-BY-ND-3.0',
  'CC-BY-ND-4.0',
  'CC-BY-SA-1.0',
  'CC-BY-SA-2.0',
  'CC-BY-SA-2.5',
  'CC-BY-SA-3.0',
  'CC-BY-SA-4.0',
  'CC-PDDC',
  'CC0-1.0',
  'CDLA-Permissive-1.0',
  'CDLA-Sharing-1.0',
  'etalab-2.0',
  'GPL-2.0-only',
  'GPL-2.0-or-later',
  'GPL-3.0-only',
  'GPL-3.0-or-later',
  'MIT',
  'MIT-0',
  'O-UDA-1.0',
  'ODbL-1.0',
  'ODC-By-1.0',
  'OGL-Canada-2.0',
  'OGL-UK-3.0',
  'PDDL-1.0',
  'PolyForm-Noncommercial-1.0.0',
  'Unlicense',
];

const byLowerCase = new Map(ids.map((id) => [id.toLowerCase(), id]));

/** The licence as SPDX spells it, whose ids mean the same in any case; `null` where we know no such id. */
export function spdxId(licence: string): string | null {
  return byLowerCase.get(licence.toLowerCase()) ?? null;
}

/** The web address that was given as the licence, as a URI; `null` where it is a name or other words. */
export function licenceAddress(licence: string): string | null {
  return /^https?:\/\//i.test(licence) && URL.canParse(licence) ? toUri(licence) : null;
}

// What RFC 3986 lets stand outside of the host, and an escape of two hex digits; browsers let more pass.
const notInUri = /[^\w\-.~!$&'()*+,;=:@/?%]|%(?![\da-f]{2})/gi;

/**
 * A web address as the descriptor may hold it: ASCII, with a small scheme, and all escaped that a URI has no room for.
 * Opens the same page as the address a person typed. Throws where no browser would take it.
 */
export function toUri(address: string): string {
  const { href } = new URL(address);
  const afterScheme = href.indexOf('//') + 2;
  const pathAt = href.indexOf('/', afterScheme);
  const [page = '', ...fragment] = href.slice(pathAt).split('#');
  const escape = (text: string) => text.replace(notInUri, encodeURIComponent);
  // Only the host may have brackets, around an address of IPv6.
  const host = href.slice(0, pathAt).replace(/[^[\]]+/g, escape);
  return host + escape(page) + (fragment.length > 0 ? `#${escape(fragment.join('#'))}` : '');
}
