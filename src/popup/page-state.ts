import { errorMessage } from '../messaging/error-message';
import type { PageSnapshot } from './page-snapshot';

export type PageState = {
  readonly read: () => PageSnapshot;
  readonly change: (part: Partial<PageSnapshot>) => void;
  /** Says what went wrong with `about`, or with `null` that it is put right. */
  readonly setError: (about: string, sentence: string | null) => void;
  /** Draws now and after each change from now on. */
  readonly drawWith: (draw: (snapshot: PageSnapshot) => void) => void;
};

/** The one thing of this page that changes. */
export function createPageState(first: PageSnapshot): PageState {
  let snapshot = first;
  let draw: (snapshot: PageSnapshot) => void = () => undefined;
  const errors = new Map<string, string>();

  function change(part: Partial<PageSnapshot>): void {
    snapshot = { ...snapshot, ...part, now: Date.now() };
    draw(snapshot);
  }

  function setError(about: string, sentence: string | null): void {
    if (sentence === null && !errors.has(about)) return;
    if (sentence === null) errors.delete(about);
    else errors.set(about, sentence);
    change({ errors: [...new Set(errors.values())] });
  }

  return {
    read: () => snapshot,
    change,
    setError,
    drawWith: (newDraw) => {
      draw = newDraw;
      change({});
    },
  };
}

/** Does something; a failure stands on the page, under `about`, until something of that kind works. */
export type Attempt = (what: string, act: () => Promise<unknown>, about?: string) => void;

export function createAttempt(state: PageState): Attempt {
  return (what, act, about = 'action') => {
    act().then(
      () => state.setError(about, null),
      (error: unknown) => state.setError(about, `${what} (${errorMessage(error)}).`),
    );
  };
}
