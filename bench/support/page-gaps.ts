import type { Page } from '@playwright/test';

/** The longest times in which the page could not respond, in milliseconds. */
export type Gaps = {
  readonly timer: number;
  readonly frame: number;
  readonly longTask: number;
  /** Each gap of the timer of more than 40 ms: how long, after how many milliseconds, and what the page showed. */
  readonly late: readonly { readonly ms: number; readonly at: number; readonly shown: string }[];
};

// Members instead of constants: tsx would wrap a named function in a helper that the page does not have.
type Watched = { gaps: { -readonly [K in keyof Gaps]: Gaps[K] }; begun: number; onFrame: () => void };

/** Starts to watch the page's main thread, with all figures at zero. */
export async function watchGaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isWatched = 'gaps' in globalThis;
    const watched = globalThis as unknown as Watched;
    watched.gaps = { timer: 0, frame: 0, longTask: 0, late: [] };
    watched.begun = performance.now();
    if (isWatched) return;
    const last = { timer: performance.now(), frame: performance.now() };
    setInterval(() => {
      const ms = performance.now() - last.timer;
      last.timer = performance.now();
      watched.gaps.timer = Math.max(watched.gaps.timer, ms);
      if (ms <= 40) return;
      const at = Math.round(last.timer - watched.begun);
      const shown = document.querySelector('progress')?.parentElement?.textContent ?? '';
      watched.gaps.late = [...watched.gaps.late, { ms: Math.round(ms), at, shown }];
    }, 10);
    watched.onFrame = () => {
      watched.gaps.frame = Math.max(watched.gaps.frame, performance.now() - last.frame);
      last.frame = performance.now();
      requestAnimationFrame(watched.onFrame);
    };
    watched.onFrame();
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        watched.gaps.longTask = Math.max(watched.gaps.longTask, duration);
    }).observe({ type: 'longtask' });
  });
}

export function readGaps(page: Page): Promise<Gaps> {
  return page.evaluate(() => (globalThis as unknown as Watched).gaps);
}
