// From the list in the schema of CFF 1.2.0 (SPDX, May 2021): licences for data and the best-known ones for software. A
// licence missing here is left out of CITATION.cff, which is valid; an id unknown to the schema would not be.
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

/** The SPDX id in its official spelling, matched without regard to case; null if it is not listed above. */
export function spdxId(licence: string): string | null {
  return byLowerCase.get(licence.toLowerCase()) ?? null;
}

/** The licence as a URI if it is a web address, otherwise null. */
export function licenceAddress(licence: string): string | null {
  return /^https?:\/\//i.test(licence) && URL.canParse(licence) ? toUri(licence) : null;
}

// Everything but what RFC 3986 allows outside the host, including escapes of two hex digits. Browsers allow more.
const notInUri = /[^\w\-.~!$&'()*+,;=:@/?%]|%(?![\da-f]{2})/gi;

/**
 * A web address as a URI: ASCII, with a lower-case scheme, everything escaped that a URI does not allow. It opens the
 * same page as the address that a person typed. Throws a TypeError if it is not a web address.
 */
export function toUri(address: string): string {
  const { href } = new URL(address);
  const afterScheme = href.indexOf('//') + 2;
  const pathAt = href.indexOf('/', afterScheme);
  const [page = '', ...fragment] = href.slice(pathAt).split('#');
  const escape = (text: string) => text.replace(notInUri, encodeURIComponent);
  // Only the host may contain brackets, around an IPv6 address.
  const host = href.slice(0, pathAt).replace(/[^[\]]+/g, escape);
  return host + escape(page) + (fragment.length > 0 ? `#${escape(fragment.join('#'))}` : '');
}
