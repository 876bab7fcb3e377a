import { siteOrigin } from './site';

const siteHost = new URL(siteOrigin).host;

/** The path of an address of the site, full or relative; `undefined` for any other. Old pages still say `http:`. */
export function pathOnSite(address: string): string | undefined {
  if (!URL.canParse(address, siteOrigin)) return undefined;
  const { host, pathname } = new URL(address, siteOrigin);
  return host === siteHost ? pathname : undefined;
}
