import type { Settings } from '../settings/settings';
import type { Answer } from '../sketchfab/answer';
import { fetchAnswer } from './fetch-answer';
import { requireAccess } from './require-access';

/** Requests from the site only with consent and access. Reads the settings for each request, so that a change applies to the next. */
export function fetchWithConsent(readSettings: () => Promise<Settings>) {
  return async function fetchIfAgreed(url: string): Promise<Answer> {
    const { consent, useCookies } = await readSettings();
    if (!consent) throw new Error('there is no consent to collect');
    await requireAccess();
    const answer = await fetchAnswer(url, useCookies ? 'include' : 'omit');
    // Access that was revoked meanwhile is no failure of the site.
    if ('failure' in answer) await requireAccess();
    return answer;
  };
}
