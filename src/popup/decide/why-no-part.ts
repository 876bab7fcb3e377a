import { whyNoDownload } from './why-no-download';

const oneTime = 'Parts need a project key or a passphrase: with a one-time key nothing could be merged.';

/** Why no part can be exported now, as a sentence; `null` when it can. */
export function whyNoPart(snapshot: Parameters<typeof whyNoDownload>[0]): string | null {
  return snapshot.wish?.userIds === 'one-time' ? oneTime : whyNoDownload(snapshot);
}
