import { siteOrigin } from './site';

const siteHost = new URL(siteOrigin).host;

/** The path of a URL of the site, absolute or relative; `undefined` for other sites. Old pages still link to `http:`. */
export function pathOnSite(address: string): string | undefined {
  if (!URL.canParse(address, siteOrigin)) return undefined;
  const { host, pathname } = new URL(address, siteOrigin);
  return host === siteHost ? pathname : undefined;
}
