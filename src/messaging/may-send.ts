import { siteOrigin } from '../sketchfab/site';
import type { Name } from './protocol';

export type Origin = { readonly extensionId: string; readonly ownPages: string };
type Sender = { readonly id?: string | undefined; readonly url?: string | undefined; readonly tab?: unknown };

const fromPages: ReadonlySet<Name> = new Set(['recordSightings', 'isCaptureOn']);

/**
 * Who may say what: content scripts on the site report sightings and ask whether to; everything else comes from our own pages.
 * A filter only. A taken-over page passes it for sightings, which is why those are validated as well.
 */
export function maySend(name: Name, sender: Sender, us: Origin): boolean {
  if (sender.id !== us.extensionId || sender.url === undefined) return false;
  if (fromPages.has(name)) return sender.tab !== undefined && sender.url.startsWith(`${siteOrigin}/`);
  return sender.url.startsWith(us.ownPages);
}
