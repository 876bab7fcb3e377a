import { siteOrigin } from '../sketchfab/site';
import type { Name } from './protocol';

export type Origin = { readonly extensionId: string; readonly ownPages: string };
type Sender = { readonly id?: string | undefined; readonly url?: string | undefined; readonly tab?: unknown };

const fromPages: ReadonlySet<Name> = new Set(['recordSightings', 'isCaptureOn']);

/**
 * Whether this sender may send this message. Content scripts on the site may report sightings and ask whether to; all other
 * messages come from the extension's own pages. A compromised renderer can pass as a content script, so sightings are
 * validated as well.
 */
export function maySend(name: Name, sender: Sender, us: Origin): boolean {
  if (sender.id !== us.extensionId || sender.url === undefined) return false;
  if (fromPages.has(name)) return sender.tab !== undefined && sender.url.startsWith(`${siteOrigin}/`);
  return sender.url.startsWith(us.ownPages);
}
