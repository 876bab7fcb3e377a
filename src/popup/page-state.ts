import { message } from '../i18n/message';
import { errorMessage } from '../messaging/error-message';
import type { PageSnapshot } from './page-snapshot';

export type PageState = {
  readonly read: () => PageSnapshot;
  readonly change: (part: Partial<PageSnapshot>) => void;
  /** Shows an error about `about`; `null` clears it. */
  readonly setError: (about: string, sentence: string | null) => void;
  /** Renders now and after each change. */
  readonly drawWith: (draw: (snapshot: PageSnapshot) => void) => void;
};

/** The mutable state of the page. */
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

/** Does something. An error stays on the page, under `about`, until something of that kind succeeds. */
export type Attempt = (what: string, act: () => Promise<unknown>, about?: string) => void;

export function createAttempt(state: PageState): Attempt {
  return (what, act, about = 'action') => {
    act().then(
      () => state.setError(about, null),
      (error: unknown) => state.setError(about, message('page_failed', { what, cause: errorMessage(error) })),
    );
  };
}
