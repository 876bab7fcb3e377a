import type { RawChromium } from '../test/e2e/support/raw-chromium';

/** Lets Ctrl+C end the window first, so that the profile is left in order. */
export function closeOnSignal({ close }: Pick<RawChromium, 'close'>): void {
  let isClosing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A terminal and npm may both send one for the same keystroke.
      if (isClosing) return;
      isClosing = true;
      close().catch((error: unknown) => console.error(error));
    });
  }
}
