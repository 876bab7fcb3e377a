import { siteOrigin } from '../sketchfab/site';
import type { Name } from './protocol';

export type Origin = { readonly extensionId: string; readonly ownPages: string };
type Sender = { readonly id?: string | undefined; readonly url?: string | undefined; readonly tab?: unknown };

/**
 * Who may say what: sightings come from a content script on the site, everything else from our own pages.
 * A filter only. A taken-over page passes it for sightings, which is why those are validated as well.
 */
export function maySend(name: Name, sender: Sender, us: Origin): boolean {
  if (sender.id !== us.extensionId || sender.url === undefined) return false;
  if (name === 'recordSightings') return sender.tab !== undefined && sender.url.startsWith(`${siteOrigin}/`);
  return sender.url.startsWith(us.ownPages);
}
