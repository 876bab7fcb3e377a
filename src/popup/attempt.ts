import { sayError } from '../messaging/say-error';
import type { PageState } from './page-state';

/** Does something; a failure stands on the page, under `about`, until something of that kind works. */
export type Attempt = (what: string, act: () => Promise<unknown>, about?: string) => void;

export function createAttempt(state: PageState): Attempt {
  return (what, act, about = 'action') => {
    act().then(
      () => state.setTrouble(about, null),
      (error: unknown) => state.setTrouble(about, `${what} (${sayError(error)}).`),
    );
  };
}
