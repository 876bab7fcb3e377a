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
