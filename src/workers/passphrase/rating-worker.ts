import { ratePassphrase } from '../../dataset/pseudonyms/rate-passphrase';
import type { Rating } from './passphrase-rating';

addEventListener('messageerror', () => reportError(new Error('the passphrase could not be read')));

addEventListener('message', ({ data: passphrase }: MessageEvent<string>) => {
  postMessage({ passphrase, bits: ratePassphrase(passphrase) } satisfies Rating);
});
