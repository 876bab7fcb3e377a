import { sayError } from '../messaging/say-error';
import type { Snapshot } from './snapshot';

export type PageState = {
  readonly read: () => Snapshot;
  readonly change: (part: Partial<Snapshot>) => void;
  /** Says what went wrong with `about`, or with `null` that it is put right. */
  readonly setTrouble: (about: string, sentence: string | null) => void;
  /** Draws now and after each change from now on. */
  readonly drawWith: (draw: (snapshot: Snapshot) => void) => void;
};

/** The one thing of this page that changes. */
export function createPageState(first: Snapshot): PageState {
  let snapshot = first;
  let draw: (snapshot: Snapshot) => void = () => undefined;
  const troubles = new Map<string, string>();

  function change(part: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...part, now: Date.now() };
    draw(snapshot);
  }

  function setTrouble(about: string, sentence: string | null): void {
    if (sentence === null && !troubles.has(about)) return;
    if (sentence === null) troubles.delete(about);
    else troubles.set(about, sentence);
    change({ troubles: [...new Set(troubles.values())] });
  }

  return {
    read: () => snapshot,
    change,
    setTrouble,
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
      () => state.setTrouble(about, null),
      (error: unknown) => state.setTrouble(about, `${what} (${sayError(error)}).`),
    );
  };
}
