import type { RawChromium } from '../test/e2e/support/raw-chromium';

/** Makes Ctrl+C close the window first, so that the profile stays intact. */
export function closeOnSignal({ close }: Pick<RawChromium, 'close'>): void {
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A terminal and npm may both send a signal for one keystroke.
      if (isClosing) return;
      isClosing = true;
      close().catch((error: unknown) => console.error(error));
    });
  }
}
